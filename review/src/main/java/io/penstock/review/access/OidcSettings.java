package io.penstock.review.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How people log in at a provider of OpenID Connect.
 *
 * @param issuer  the provider, as it names itself
 * @param client  id of this console there
 * @param secret  its secret there; empty: it has none
 * @param address where browsers reach the console, as the provider knows it, such as {@code https://review.example.org}
 * @param scopes  asked for besides {@code openid}
 * @param name    claim that says who it is
 * @param roles   claim that says what that person may: clerk, supervisor, auditor
 */
public record OidcSettings(URI issuer, String client, Optional<String> secret, URI address, List<String> scopes, String name,
                           String roles) {

    /** Where the provider sends people back to. */
    static final String END = "/api/login/end";

    URI end() {
        return URI.create(address.toString().replaceFirst("/+$", "") + END);
    }

    @Override
    public String toString() {
        return issuer + " as " + client; // the secret is no log's business
    }
}
