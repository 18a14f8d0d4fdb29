package io.penstock.review.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import io.penstock.review.access.LoginSettings;
import io.penstock.review.access.MovableClock;
import io.penstock.review.access.OidcGate;
import io.penstock.review.access.OidcSettings;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in at a provider of OpenID Connect, as a browser and as somebody who wants in does it. */
class OidcTest {

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final MovableClock clock = new MovableClock();
    private URI address;
    private ReviewServer server;

    @BeforeEach
    void start() throws Exception {
        provider.start();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port);
        OidcSettings oidc = new OidcSettings(provider.issuerUrl("penstock").uri(), "console", Optional.of("client secret"), address,
            List.of("profile"), "preferred_username", "roles");
        LoginSettings settings = new LoginSettings(LoginSettings.Way.OIDC, Path.of("none"), Duration.ofMinutes(30), Duration.ofHours(10),
            false, Optional.of(oidc));
        server = ReviewServer.start(new HttpSettings("127.0.0.1", port, "", Optional.empty(), "clerk"), new OidcGate(oidc, settings, clock),
            () -> true, routes -> routes.get("/api/me", request -> request.result(Guard.visitor(request).name() + " "
                + Guard.visitor(request).roles())));
    }

    @AfterEach
    void stop() {
        server.close();
        provider.shutdown();
    }

    @Test
    void whoTheProviderNamesIsInWithTheRolesThatItGives() throws Exception {
        says(3600, Map.of("preferred_username", "anna", "roles", List.of("clerk", "supervisor", "king")));
        HttpResponse<String> begun = get(address + "/api/login/start", "");
        HttpResponse<String> ended = get(atProvider(begun), cookie(begun));

        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(302);
        assertThat(ended.headers().firstValue("Location")).hasValue("/");
        assertThat(get(address + "/api/me", session(ended)).body()).startsWith("anna [").contains("CLERK", "SUPERVISOR")
            .doesNotContain("AUDITOR");
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(begun.headers().firstValue("Location").orElseThrow()).contains("code_challenge_method=S256", "nonce=", "state=")
            .doesNotContain("client+secret");
    }

    @Test
    void aLogInThatAnotherBrowserBeganOrThatWasUsedOrThatNobodyBeganIsRefused() throws Exception {
        says(3600, Map.of("preferred_username", "anna", "roles", "clerk"));
        HttpResponse<String> begun = get(address + "/api/login/start", "");
        String back = atProvider(begun);
        assertRefused(get(back, ""), "LOGIN_REFUSED");
        assertRefused(get(back, cookie(begun)), "LOGIN_REFUSED");
        assertRefused(get(address + "/api/login/end?code=x&state=y", cookie(begun)), "LOGIN_REFUSED");
        assertRefused(get(address + "/api/login/end", ""), "LOGIN_REFUSED");

        HttpResponse<String> late = get(address + "/api/login/start", "");
        String slow = atProvider(late);
        clock.forward(Duration.ofMinutes(11));
        assertRefused(get(slow, cookie(late)), "LOGIN_REFUSED");
    }

    @Test
    void aCodeOfAnotherLogInIsRefused() throws Exception {
        says(3600, Map.of("preferred_username", "anna", "roles", "clerk"));
        HttpResponse<String> mine = get(address + "/api/login/start", "");
        HttpResponse<String> others = get(address + "/api/login/start", "");
        String code = atProvider(others).replaceFirst(".*[?&]code=([^&]*).*", "$1");
        String back = atProvider(mine).replaceFirst("([?&]code=)[^&]*", "$1" + code);
        assertRefused(get(back, cookie(mine)), "LOGIN_REFUSED");
    }

    @Test
    void aTokenForSomebodyElseOrOfYesterdayIsRefusedAndWhoHasNoRoleIsToldSo() throws Exception {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of("aud", "another console", "iss", "https://evil.example", "nonce", "x",
            "exp", 1).entrySet()) {
            says(3600, Map.of("preferred_username", "anna", "roles", "clerk", wrong.getKey(), wrong.getValue()));
            assertRefused(logIn(), "LOGIN_REFUSED");
        }
        says(-3600, Map.of("preferred_username", "anna", "roles", "clerk"));
        assertRefused(logIn(), "LOGIN_REFUSED");
        says(3600, Map.of("preferred_username", "anna", "roles", List.of("CLERKS", "admin")));
        assertRefused(logIn(), "ROLES_MISSING");
        says(3600, Map.of("preferred_username", "anna\nlog-in granted", "roles", "clerk"));
        assertRefused(logIn(), "ROLES_MISSING");
    }

    private HttpResponse<String> logIn() throws Exception {
        HttpResponse<String> begun = get(address + "/api/login/start", "");
        return get(atProvider(begun), cookie(begun));
    }

    private void says(long seconds, Map<String, Object> claims) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback("penstock", "anna", JOSEObjectType.JWT.getType(), List.of("console"),
            claims, seconds));
    }

    /** Returns where the provider sends the browser back to. */
    private String atProvider(HttpResponse<String> begun) throws Exception {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        HttpResponse<String> there = get(begun.headers().firstValue("Location").orElseThrow(), "");
        assertThat(there.statusCode()).as(there.body()).isEqualTo(302);
        return there.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> get(String uri, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
        return browser.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String session(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream().filter(line -> line.startsWith("penstock=")).findFirst().orElseThrow()
            .split(";")[0];
    }

    private static void assertRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(response.body()).contains("\"" + code + "\"");
    }
}
