package io.penstock.review.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** How responses are written. */
final class Replies {

    private Replies() {
    }

    static void json(Context request, JsonNode body) {
        request.contentType("application/json; charset=utf-8").result(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
