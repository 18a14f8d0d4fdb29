package io.penstock.review.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.Role;
import io.penstock.review.desk.DeskException;
import java.util.Optional;
import java.util.function.Function;

/** The route by which a supervisor sends a dead letter to where it came from. */
final class DeadLetterRoutes {

    private final ObjectMapper json;
    private final Function<String, Optional<String>> replay;

    /** Replays through {@code replay}, which says why nothing was replayed. */
    DeadLetterRoutes(ObjectMapper json, Function<String, Optional<String>> replay) {
        this.json = json;
        this.replay = replay;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/dead-letters/{key}/replay", this::replay);
    }

    private void replay(Context request) {
        Guard.visitor(request, Role.SUPERVISOR);
        String key = request.pathParam("key");
        replay.apply(key).ifPresent(why -> {
            throw new DeskException("NOT_REPLAYED", why);
        });
        Replies.json(request, json.createObjectNode().put("replayed", key));
    }
}
