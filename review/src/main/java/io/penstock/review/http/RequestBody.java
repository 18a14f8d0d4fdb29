package io.penstock.review.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

/** How bodies of requests are read. */
final class RequestBody {

    private RequestBody() {
    }

    /** Returns the body, which is a JSON object; refuses the request where it is none. */
    static JsonNode object(ObjectMapper json, Context request) {
        try {
            JsonNode body = json.readTree(request.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // the same as another value
        }
        throw new ApiException(ApiFault.BODY_INVALID);
    }
}
