package io.penstock.review.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How people log in.
 *
 * @param way     whether they do, and by what
 * @param users   file of users
 * @param idle    how long a session lasts unused
 * @param whole   how long it lasts at most
 * @param proxied whether a proxy in front speaks TLS: then cookies are for TLS only, and the proxy says from where a request comes
 * @param oidc    the provider, where that is the way
 */
public record LoginSettings(Way way, Path users, Duration idle, Duration whole, boolean proxied,
                            Optional<OidcSettings> oidc) {

    /** By what people log in. */
    public enum Way {
        /** Nobody logs in; for loopback only. */
        NONE,
        /** A file of users with passwords. */
        USERS,
        /** A provider of OpenID Connect. */
        OIDC
    }
}
