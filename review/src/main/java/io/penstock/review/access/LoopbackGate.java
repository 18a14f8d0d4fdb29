package io.penstock.review.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;

/** Whoever is at this machine may do everything, under one name: for a console that no other machine can reach. */
public final class LoopbackGate implements Gate {

    private static final int TOKEN_BYTES = 16;

    private final Visitor visitor;

    /** Everybody has this name. */
    public LoopbackGate(String name) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        visitor = new Visitor(name, EnumSet.allOf(Role.class), HexFormat.of().formatHex(token));
    }

    @Override
    public Optional<Visitor> visitor(Context request) {
        return Optional.of(visitor);
    }

    @Override
    public boolean hasLogin() {
        return false;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        // nobody logs in
    }
}
