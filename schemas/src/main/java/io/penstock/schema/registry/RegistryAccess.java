package io.penstock.schema.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a registry is and who asks.
 *
 * @param urls          base addresses, one at least, tried in turn
 * @param authorization value of the header {@code Authorization}
 * @param patience      how long one question is repeated while no address answers
 */
public record RegistryAccess(List<URI> urls, Optional<String> authorization, Duration patience) {

    /** Copies the list; each address ends with a slash then. */
    public RegistryAccess {
        urls = urls.stream().map(url -> url.toString().endsWith("/") ? url : URI.create(url + "/")).toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a registry needs an address");
        }
    }

    /** Returns the authorization of a user, given as {@code NAME:PASSWORD}. */
    public static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the authorization of whoever holds a token. */
    public static String bearer(String token) {
        return "Bearer " + token;
    }

    /** Does not show the authorization. */
    @Override
    public String toString() {
        return urls.toString();
    }
}
