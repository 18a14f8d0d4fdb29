package io.penstock.review.access;

import io.javalin.http.Context;
import java.util.Optional;

/** The cookie with a session's id: no script can read it, no other site's page sends it, and where there is TLS, only TLS carries it. */
final class SessionCookie {

    private static final String BEGUN = "-begun";

    private final boolean proxied;

    SessionCookie(boolean proxied) {
        this.proxied = proxied;
    }

    Optional<String> of(Context request) {
        return Optional.ofNullable(request.cookie(name(request)));
    }

    void set(Context request, String id) {
        write(request, id, "");
    }

    void remove(Context request) {
        write(request, "", "; Max-Age=0");
    }

    /** Keeps what only the browser that begins a log-in elsewhere has; it must come along when that sends the browser back. */
    void setBegun(Context request, String secret) {
        write(request, name(request) + BEGUN, secret, "Lax", "; Max-Age=600");
    }

    Optional<String> begun(Context request) {
        return Optional.ofNullable(request.cookie(name(request) + BEGUN));
    }

    void removeBegun(Context request) {
        write(request, name(request) + BEGUN, "", "Lax", "; Max-Age=0");
    }

    private void write(Context request, String id, String rest) {
        write(request, name(request), id, "Strict", rest);
    }

    private void write(Context request, String name, String value, String site, String rest) {
        request.res().addHeader("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=" + site
            + (isTls(request) ? "; Secure" : "") + rest);
    }

    /** Browsers take the name that begins so only with Secure, from this host, for all of it. */
    private String name(Context request) {
        return isTls(request) ? "__Host-penstock" : "penstock";
    }

    private boolean isTls(Context request) {
        return proxied || request.req().isSecure();
    }

    /** Returns the address from which a request comes. */
    String address(Context request) {
        String forwarded = request.header("X-Forwarded-For");
        if (!proxied || forwarded == null) {
            return request.req().getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip(); // what the proxy added; all before may be made up
    }
}
