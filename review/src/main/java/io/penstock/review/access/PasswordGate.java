package io.penstock.review.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.LoginLog.Event;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** People log in with name and password from a file of users. */
public final class PasswordGate implements Gate {

    private static final int REFUSED = 401;
    private static final int INVALID = 400;
    private static final int TOO_MANY = 429;
    /** Hashing takes memory and a processor: more at a time would let strangers take both. */
    private static final int CHECKS_AT_A_TIME = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UsersFile users;
    private final Passwords passwords = new Passwords();
    private final Attempts attempts;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final LoginLog log = new LoginLog();
    private final Semaphore checks = new Semaphore(CHECKS_AT_A_TIME, true);

    /**
     * Lets the users of a file in.
     *
     * @throws AccessException where there are none, or the file can't be trusted
     */
    public PasswordGate(LoginSettings settings, Clock clock) {
        users = new UsersFile(settings.users());
        if (users.users().isEmpty()) {
            throw new AccessException(AccessFault.USERS_MISSING, settings.users().toString());
        }
        attempts = new Attempts(clock);
        sessions = new Sessions(clock, settings.idle(), settings.whole());
        cookie = new SessionCookie(settings.proxied());
    }

    @Override
    public Optional<Visitor> visitor(Context request) {
        return cookie.of(request).flatMap(sessions::use).flatMap(session -> users.find(session.name())
            .filter(user -> user.hash().equals(session.secret())) // another password, or none any more: logged out everywhere
            .map(user -> new Visitor(user.name(), user.roles(), session.csrf())));
    }

    @Override
    public boolean hasLogin() {
        return true;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/login", request -> Refusals.way(request, "users"));
        routes.post("/api/login", this::login);
        routes.post("/api/logout", this::logout);
    }

    private void login(Context request) throws InterruptedException {
        String address = cookie.address(request);
        JsonNode body = body(request.body());
        String name = body.path("user").asText("");
        String password = body.path("password").asText("");
        if (name.isEmpty() || password.isEmpty()) {
            Refusals.refuse(request, INVALID, AccessFault.LOGIN_INVALID);
        } else if (!attempts.begin(name, address)) {
            log.write(Event.TOO_MANY_ATTEMPTS, name, address);
            Refusals.refuse(request, TOO_MANY, AccessFault.TOO_MANY_ATTEMPTS);
        } else {
            Optional<User> user = users.find(name);
            if (isRight(user, password)) {
                attempts.succeeded(name, address);
                log.write(Event.GRANTED, name, address);
                begin(request, user.orElseThrow());
            } else {
                log.write(Event.REFUSED, name, address);
                Refusals.refuse(request, REFUSED, AccessFault.LOGIN_REFUSED);
            }
        }
    }

    private boolean isRight(Optional<User> user, String password) throws InterruptedException {
        checks.acquire();
        try {
            return passwords.isRight(user, password);
        } finally {
            checks.release();
        }
    }

    private void begin(Context request, User user) {
        cookie.of(request).ifPresent(sessions::end);
        String id = sessions.begin(user.name(), user.roles(), user.hash());
        cookie.set(request, id);
        request.attribute(Visitor.ATTRIBUTE, new Visitor(user.name(), user.roles(), sessions.use(id).orElseThrow().csrf()));
        request.status(200);
    }

    private void logout(Context request) {
        visitor(request).ifPresent(visitor -> log.write(Event.LOGGED_OUT, visitor.name(), cookie.address(request)));
        cookie.of(request).ifPresent(sessions::end);
        cookie.remove(request);
        request.status(204);
    }

    private static JsonNode body(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
