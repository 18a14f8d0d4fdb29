package io.penstock.review.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** What decides who sends a request. Thread-safe. */
public interface Gate {

    /** Returns who sends a request; empty: nobody is logged in. */
    Optional<Visitor> visitor(Context request);

    /** Returns whether people log in: then there are {@code /api/login} and {@code /api/logout}. */
    boolean hasLogin();

    /** Adds the routes by which people log in and out; none where they do not. */
    void addTo(RoutesConfig routes);
}
