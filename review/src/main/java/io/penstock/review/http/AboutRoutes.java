package io.penstock.review.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/** The routes by which programs learn what the service does, in OpenAPI 3.1, and whether it is ready. */
final class AboutRoutes {

    private static final String DESCRIPTION = "/io/penstock/review/openapi.json";

    private final BooleanSupplier ready;

    AboutRoutes(BooleanSupplier ready) {
        this.ready = ready;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/openapi.json", AboutRoutes::description);
        routes.get("/health", this::health);
    }

    private static void description(Context request) {
        try (InputStream in = AboutRoutes.class.getResourceAsStream(DESCRIPTION)) {
            request.contentType("application/json; charset=utf-8").result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void health(Context request) {
        if (!ready.getAsBoolean()) {
            throw new ApiException(ApiFault.STARTING);
        }
        Replies.json(request, JsonNodeFactory.instance.objectNode().put("ready", true));
    }
}
