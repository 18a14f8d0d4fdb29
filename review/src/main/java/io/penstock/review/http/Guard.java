package io.penstock.review.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.penstock.review.access.Gate;
import io.penstock.review.access.Role;
import io.penstock.review.access.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What every request must be: from somebody who may, from the console's own page where it changes something. */
final class Guard {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Gate gate;

    Guard(Gate gate) {
        this.gate = gate;
    }

    /** Refuses names that a page elsewhere may have made this machine's (DNS rebinding); needed only where nobody logs in. */
    void checkHost(Context request) {
        String host = Optional.ofNullable(request.host()).orElse("").replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        if (!gate.hasLogin() && !LOCAL_NAMES.contains(host)) {
            throw new ApiException(ApiFault.HOST_UNKNOWN);
        }
    }

    /** Refuses what nobody who is logged in sends, and changes that another page sends. */
    void checkVisitor(Context request) {
        if (!READING.contains(request.method())) {
            checkOrigin(request);
        }
        if (request.path().equals("/api/login") || request.path().startsWith("/api/login/")) {
            return;
        }
        Visitor visitor = gate.visitor(request).orElseThrow(() -> new ApiException(ApiFault.NOT_LOGGED_IN));
        if (!READING.contains(request.method()) && !isSame(visitor.csrf(), request.header("X-CSRF-Token"))) {
            throw new ApiException(ApiFault.CSRF_REFUSED);
        }
        request.attribute(Visitor.ATTRIBUTE, visitor);
    }

    private static void checkOrigin(Context request) {
        String origin = request.header("Origin");
        String site = request.header("Sec-Fetch-Site");
        boolean elsewhere = origin != null && !origin.replaceFirst("^https?://", "").equals(request.host())
            || site != null && !site.equals("same-origin") && !site.equals("none");
        String type = Optional.ofNullable(request.contentType()).orElse("").toLowerCase(Locale.ROOT);
        boolean document = request.path().equals("/documents");
        if (elsewhere || !document && !type.startsWith("application/json")) {
            throw new ApiException(elsewhere ? ApiFault.CSRF_REFUSED : ApiFault.BODY_INVALID);
        }
    }

    private static boolean isSame(String token, String given) {
        return given != null
            && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns who sends a request. */
    static Visitor visitor(Context request) {
        return request.attribute(Visitor.ATTRIBUTE);
    }

    /** Returns who sends a request that only some roles may send. */
    static Visitor visitor(Context request, Role... roles) {
        Visitor visitor = visitor(request);
        if (!visitor.is(roles)) {
            throw new ApiException(ApiFault.ROLE_MISSING);
        }
        return visitor;
    }
}
