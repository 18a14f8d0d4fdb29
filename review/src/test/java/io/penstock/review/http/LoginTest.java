package io.penstock.review.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.review.ReviewConfig;
import io.penstock.review.ReviewService;
import io.penstock.review.access.AccessException;
import io.penstock.review.access.AccessFault;
import io.penstock.review.access.LoginSettings;
import io.penstock.review.access.MovableClock;
import io.penstock.review.access.PasswordGate;
import io.penstock.review.access.Passwords;
import io.penstock.review.access.Role;
import io.penstock.review.access.UsersFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Logging in, as a browser and as somebody who wants in does it. */
class LoginTest {

    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;
    private final MovableClock clock = new MovableClock();
    private final Passwords passwords = new Passwords();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private UsersFile users;
    private ReviewServer server;

    @BeforeEach
    void start() {
        log.start();
        ((Logger) LoggerFactory.getLogger("io.penstock.review")).addAppender(log);
        ((Logger) LoggerFactory.getLogger("io.penstock.review")).setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("io.penstock.review")).setAdditive(false);
        users = new UsersFile(folder.resolve("users.json"));
        users.add("anna", Set.of(Role.CLERK), passwords.hash("anna", PASSWORD));
        users.add("otto", Set.of(Role.AUDITOR), passwords.hash("otto", PASSWORD));
        server = serve(false);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger("io.penstock.review")).detachAppender(log);
        ((Logger) LoggerFactory.getLogger("io.penstock.review")).setAdditive(true);
        server.close();
    }

    private ReviewServer serve(boolean proxied) {
        LoginSettings settings = new LoginSettings(LoginSettings.Way.USERS, folder.resolve("users.json"), Duration.ofMinutes(30),
            Duration.ofHours(10), proxied, Optional.empty());
        return ReviewServer.start(new HttpSettings("127.0.0.1", 0, "", Optional.empty(), "clerk"), new PasswordGate(settings, clock),
            () -> true, routes -> {
                routes.get("/api/me", request -> request.result(Guard.visitor(request).name() + " " + Guard.visitor(request).csrf()));
                routes.post("/api/work", request -> request.result(Guard.visitor(request, Role.CLERK).name()));
            });
    }

    @Test
    void offTheMachineItDoesNotStartUnlessPeopleLogInAndThereAreSome() {
        for (String host : new String[] {"0.0.0.0", "::", "192.0.2.1", "no such host"}) {
            assertFault(AccessFault.LOGIN_NEEDED, Map.of("review.http.host", host));
        }
        assertFault(AccessFault.USERS_MISSING, Map.of("review.http.host", "0.0.0.0", "review.login", "users", "review.login.users",
            folder.resolve("none.json").toString()));
    }

    private static void assertFault(AccessFault fault, Map<String, String> settings) {
        assertThatThrownBy(() -> ReviewService.start(ReviewConfig.of(settings), null, null, null, 0))
            .isInstanceOfSatisfying(AccessException.class, told -> assertThat(told.fault()).isEqualTo(fault))
            .hasMessageStartingWith(fault.name() + ": ");
    }

    @Test
    void whoIsNotLoggedInSeesNothingAndIsTheSameAsWhoMadeUpASession() throws Exception {
        assertRefused(get("/api/me"), 401, "NOT_LOGGED_IN");
        assertRefused(get("/api/me", "Cookie", "penstock=" + "A".repeat(43)), 401, "NOT_LOGGED_IN");
        assertRefused(get("/api/me", "Cookie", "penstock=\"; DROP"), 401, "NOT_LOGGED_IN");
    }

    @Test
    void aMissingUserAndAWrongPasswordLookAndLastTheSame() throws Exception {
        long[] missing = new long[5];
        long[] wrong = new long[5];
        for (int i = 0; i < 5; i++) {
            long began = System.nanoTime();
            HttpResponse<String> one = login("nobody" + i, "wrong password");
            missing[i] = System.nanoTime() - began;
            began = System.nanoTime();
            HttpResponse<String> other = login(i < 3 ? "anna" : "otto", "wrong password");
            wrong[i] = System.nanoTime() - began;
            assertRefused(one, 401, "LOGIN_REFUSED");
            assertThat(one.body()).isEqualTo(other.body());
        }
        Arrays.sort(missing);
        Arrays.sort(wrong);
        assertThat((double) missing[2] / wrong[2]).isBetween(0.5, 2.0);
    }

    @Test
    void guessingIsStoppedAndThePasswordIsThenNotEvenLookedAt() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertRefused(login("anna", "wrong password " + i), 401, "LOGIN_REFUSED");
        }
        assertRefused(login("anna", PASSWORD), 429, "TOO_MANY_ATTEMPTS");
        clock.forward(Duration.ofMinutes(15));
        assertThat(login("anna", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void tenThousandLogInsAreRefusedInSecondsAndSomebodyElseStillGetsIn() throws Exception {
        server.close();
        server = serve(true);
        long began = System.nanoTime();
        assertThat(IntStream.range(0, 10_000).parallel().map(i -> guess("user" + i, "6.6.6." + i + ", 10.0.0.1"))
            .allMatch(status -> status == 401 || status == 429)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        assertThat(log.list.stream().filter(line -> line.getFormattedMessage().startsWith("log-in refused"))).hasSize(30);
        HttpResponse<String> anna = login("anna", PASSWORD, "X-Forwarded-For", "10.0.0.2");
        assertThat(anna.statusCode()).isEqualTo(200);
        assertThat(anna.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-penstock=").contains("; Secure");
    }

    @Test
    void aSessionIsMadeAtLogInAndNeverTakenFromTheBrowser() throws Exception {
        String given = "penstock=" + "B".repeat(43);
        HttpResponse<String> first = login("anna", PASSWORD, "Cookie", given);
        String cookie = cookie(first);
        assertThat(cookie).isNotEqualTo(given);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Path=/; HttpOnly; SameSite=Strict");
        assertRefused(get("/api/me", "Cookie", given), 401, "NOT_LOGGED_IN");
        String second = cookie(login("anna", PASSWORD, "Cookie", cookie));
        assertThat(second).isNotEqualTo(cookie);
        assertRefused(get("/api/me", "Cookie", cookie), 401, "NOT_LOGGED_IN");
        assertThat(get("/api/me", "Cookie", second).body()).startsWith("anna ");
    }

    @Test
    void aChangeNeedsTheTokenOfItsSessionAndTheRole() throws Exception {
        String anna = cookie(login("anna", PASSWORD));
        String token = get("/api/me", "Cookie", anna).body().split(" ")[1];
        String otto = cookie(login("otto", PASSWORD));
        String ottos = get("/api/me", "Cookie", otto).body().split(" ")[1];

        assertRefused(post("/api/work", "{}", "Cookie", anna), 403, "CSRF_REFUSED");
        assertRefused(post("/api/work", "{}", "Cookie", anna, "X-CSRF-Token", ottos), 403, "CSRF_REFUSED");
        assertRefused(post("/api/work", "{}", "Cookie", anna, "X-CSRF-Token", token, "Origin", "http://evil.example"), 403, "CSRF_REFUSED");
        assertRefused(post("/api/login", "{\"user\":\"anna\",\"password\":\"" + PASSWORD + "\"}", "Origin", "http://evil.example"), 403,
            "CSRF_REFUSED");
        assertRefused(post("/api/work", "{}", "Cookie", otto, "X-CSRF-Token", ottos), 403, "ROLE_MISSING");
        assertThat(post("/api/work", "{}", "Cookie", anna, "X-CSRF-Token", token).body()).isEqualTo("anna");
        assertRefused(post("/api/logout", "{}", "Cookie", anna), 403, "CSRF_REFUSED");
        assertThat(post("/api/logout", "{}", "Cookie", anna, "X-CSRF-Token", token).statusCode()).isEqualTo(204);
        assertRefused(get("/api/me", "Cookie", anna), 401, "NOT_LOGGED_IN");
    }

    @Test
    void aSessionEndsUnusedAfterADayAndWhenThePasswordOrTheUserIsGone() throws Exception {
        String idle = cookie(login("anna", PASSWORD));
        clock.forward(Duration.ofMinutes(30));
        assertRefused(get("/api/me", "Cookie", idle), 401, "NOT_LOGGED_IN");

        String busy = cookie(login("anna", PASSWORD));
        for (int i = 0; i < 29; i++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(get("/api/me", "Cookie", busy).statusCode()).isEqualTo(200);
        }
        clock.forward(Duration.ofMinutes(20));
        assertRefused(get("/api/me", "Cookie", busy), 401, "NOT_LOGGED_IN");

        String changed = cookie(login("anna", PASSWORD));
        users.setHash("anna", passwords.hash("anna", "another horse"));
        assertRefused(get("/api/me", "Cookie", changed), 401, "NOT_LOGGED_IN");
        String removed = cookie(login("otto", PASSWORD));
        users.remove("otto");
        assertRefused(get("/api/me", "Cookie", removed), 401, "NOT_LOGGED_IN");
    }

    @Test
    void whatIsNoNameAndPasswordIsRefusedAndNoPasswordOrForgedLineIsInTheLog() throws Exception {
        for (String body : new String[] {"", "[]", "{", "null", "{\"user\":[\"anna\"],\"password\":{}}", "{\"user\":\"anna\"}"}) {
            assertRefused(post("/api/login", body), 400, "LOGIN_INVALID");
        }
        assertThat(login("x".repeat(70_000), "y").statusCode()).isEqualTo(413);
        login("anna\\nlog-in granted user=root", "my secret password");
        login("anna", "my secret password");
        login("anna", PASSWORD);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
            .noneMatch(line -> line.contains("secret") || line.contains(PASSWORD) || line.contains("\n"))
            .contains("log-in refused user=anna address=127.0.0.1", "log-in granted user=anna address=127.0.0.1");
    }

    private int guess(String user, String forwarded) {
        try {
            return login(user, "wrong password", "X-Forwarded-For", forwarded).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> login(String user, String password, String... headers) throws Exception {
        return post("/api/login", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}", headers);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
        return browser.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return browser.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://" + server.hostAndPort() + path);
    }

    private static String cookie(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode body = new ObjectMapper().readTree(response.body());
        assertThat(body.path("code").textValue()).isEqualTo(code);
        assertThat(body.path("message").textValue()).isNotBlank();
    }
}
