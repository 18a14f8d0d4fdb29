package io.penstock.review.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** How gates reply. */
final class Refusals {

    private Refusals() {
    }

    static void refuse(Context request, int status, AccessFault fault) {
        request.status(status);
        json(request, JsonNodeFactory.instance.objectNode().put("code", fault.name()).put("message", fault.advice()));
    }

    /** Tells the page by what people log in. */
    static void way(Context request, String way) {
        json(request, JsonNodeFactory.instance.objectNode().put("way", way));
    }

    private static void json(Context request, ObjectNode body) {
        request.contentType("application/json; charset=utf-8").result(body.toString());
    }
}
