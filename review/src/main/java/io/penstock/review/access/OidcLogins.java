package io.penstock.review.access;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Log-ins on their way to the provider and back. Each is of one browser, is used once, and is forgotten after ten minutes. Thread-safe. */
final class OidcLogins {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<String, Login> begun = new LinkedHashMap<>();

    OidcLogins(Clock clock) {
        this.clock = clock;
    }

    /**
     * A log-in that was begun.
     *
     * @param browser  what only the browser that began it has
     * @param nonce    what has to stand in the token
     * @param verifier what only this console has, for fetching the token
     * @param at       when
     */
    record Login(String browser, Nonce nonce, CodeVerifier verifier, Instant at) { }

    /** Keeps a log-in under its state; where strangers begin very many, the oldest are forgotten. */
    synchronized void begin(String state, Login login) {
        begun.values().removeIf(old -> old.at().isBefore(clock.instant().minus(LONGEST)));
        begun.put(state, login);
        while (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
    }

    /** Takes the log-in of a state, if this browser began it. */
    synchronized Optional<Login> end(String state, String browser) {
        Login login = begun.remove(state);
        boolean holds = login != null && !login.at().isBefore(clock.instant().minus(LONGEST))
            && MessageDigest.isEqual(login.browser().getBytes(StandardCharsets.UTF_8), browser.getBytes(StandardCharsets.UTF_8));
        return holds ? Optional.of(login) : Optional.empty();
    }
}
