package io.penstock.review.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is logged in. An id is random, made when somebody logs in and never taken from a browser, so nobody can have it beforehand. It ends
 * when it is not used for a while, after a working day, or when that person logs out.
 *
 * <p>Thread-safe. Lives in this process: after a restart people log in again.
 */
final class Sessions {

    private static final int ID_BYTES = 32;
    private static final int MOST_OF_A_PERSON = 10;

    private final Clock clock;
    private final Duration idle;
    private final Duration whole;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> open = new HashMap<>();

    /**
     * Begins with nobody.
     *
     * @param idle  how long a session lasts unused
     * @param whole how long it lasts at most
     */
    Sessions(Clock clock, Duration idle, Duration whole) {
        this.clock = clock;
        this.idle = idle;
        this.whole = whole;
    }

    /**
     * A log-in in force.
     *
     * @param name   who logged in
     * @param roles  what that person might then
     * @param secret what has to be the same still for it to hold, such as the hash of the password
     * @param csrf   token of its changes
     * @param begun  when it began
     * @param used   when it was last used
     */
    record Session(String name, Set<Role> roles, String secret, String csrf, Instant begun, Instant used) { }

    /** Begins a session and returns its id. */
    synchronized String begin(String name, Set<Role> roles, String secret) {
        Instant now = clock.instant();
        open.values().removeIf(session -> isOver(session, now));
        while (open.values().stream().filter(session -> session.name().equals(name)).count() >= MOST_OF_A_PERSON) {
            open.entrySet().stream().filter(entry -> entry.getValue().name().equals(name))
                .min(Comparator.comparing(entry -> entry.getValue().used())).map(Map.Entry::getKey).ifPresent(open::remove);
        }
        String id = token();
        open.put(id, new Session(name, roles, secret, token(), now, now));
        return id;
    }

    /** Returns the session of an id, which is used by that; empty where there is none or it is over. */
    synchronized Optional<Session> use(String id) {
        Session session = open.get(id);
        Instant now = clock.instant();
        if (session == null || isOver(session, now)) {
            open.remove(id);
            return Optional.empty();
        }
        open.put(id, new Session(session.name(), session.roles(), session.secret(), session.csrf(), session.begun(), now));
        return Optional.of(session);
    }

    /** Ends a session, if there is one of this id. */
    synchronized void end(String id) {
        open.remove(id);
    }

    private boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.used().plus(idle)) || !now.isBefore(session.begun().plus(whole));
    }

    private String token() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
