package io.penstock.review.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.Role;
import io.penstock.review.access.Visitor;
import io.penstock.review.desk.Said;
import io.penstock.review.desk.TaskDesk;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The routes by which tasks are taken, kept, given back, answered and taken up again. */
final class TaskRoutes {

    private static final int CORNERS = 4;
    private static final int LONGEST_DESK = 100;
    private static final int FARTHEST = 1_000_000;

    private final ObjectMapper json;
    private final TaskJson tasks;
    private final TaskDesk desk;

    TaskRoutes(ObjectMapper json, TaskJson tasks, TaskDesk desk) {
        this.json = json;
        this.tasks = tasks;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/leases", this::lease);
        routes.post("/api/leases/{lease}/extend", request -> expires(request, act(request, LeaseAction.EXTEND)));
        routes.post("/api/leases/{lease}/release", request -> done(request, act(request, LeaseAction.RELEASE)));
        routes.post("/api/leases/{lease}/postpone", request -> done(request, act(request, LeaseAction.POSTPONE)));
        routes.post("/api/leases/{lease}/answer", this::answer);
        routes.post("/api/tasks/{review}/reopen", this::reopen);
    }

    private void lease(Context request) throws InterruptedException {
        Visitor visitor = Guard.visitor(request, Role.CLERK, Role.SUPERVISOR);
        JsonNode body = RequestBody.object(json, request);
        Wanted wanted = new Wanted(visitor.name(), visitor.is(Role.SUPERVISOR), kind(text(body, "kind")), text(body, "form"),
            text(body, "document"), body.path("want").asInt(1));
        ObjectNode reply = json.createObjectNode();
        ArrayNode held = reply.putArray("tasks");
        String review = text(body, "review");
        String at = Optional.ofNullable(text(body, "desk")).filter(name -> name.length() <= LONGEST_DESK).orElse("");
        if (review != null) {
            desk.leaseOne(review, visitor.name(), at).ifPresent(task -> held.add(tasks.task(task, visitor)));
            Replies.json(request, reply);
            return;
        }
        desk.lease(wanted, at).forEach(task -> held.add(tasks.task(task, visitor)));
        Replies.json(request, reply);
    }

    private static FieldKind kind(String name) {
        return name == null ? null : Stream.of(FieldKind.values()).filter(kind -> kind.name().equals(name)).findFirst()
            .orElseThrow(() -> new ApiException(ApiFault.BODY_INVALID));
    }

    private LeaseDecision act(Context request, LeaseAction action) throws InterruptedException {
        Visitor visitor = Guard.visitor(request, Role.CLERK, Role.SUPERVISOR);
        return desk.act(action, request.pathParam("lease"), visitor.name());
    }

    private void answer(Context request) throws InterruptedException {
        JsonNode body = RequestBody.object(json, request);
        CorrectionOutcome outcome = Stream.of(CorrectionOutcome.values()).filter(known -> known != CorrectionOutcome.UNKNOWN)
            .filter(known -> known.name().equals(text(body, "outcome"))).findFirst()
            .orElseThrow(() -> new ApiException(ApiFault.BODY_INVALID));
        Correction answer = Correction.newBuilder().setReview("").setDocument("").setReviewer("").setCorrectedAt(Instant.EPOCH)
            .setOutcome(outcome)
            .setText(Optional.ofNullable(text(body, "text")).orElse(""))
            .setForm(text(body, "form"))
            .setTookMillis(body.path("tookMillis").isNumber() ? body.path("tookMillis").asLong() : null)
            .build();
        Visitor visitor = Guard.visitor(request, Role.CLERK, Role.SUPERVISOR);
        LeaseDecision decision = desk.answer(request.pathParam("lease"), visitor.name(), new Said(id(body), answer, corners(body)));
        Replies.json(request, json.createObjectNode().put("answer", decision.getRequest()));
    }

    private static Optional<UUID> id(JsonNode body) {
        try {
            return Optional.ofNullable(text(body, "id")).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiFault.BODY_INVALID);
        }
    }

    /** Four points of two numbers each. */
    private static List<Integer> corners(JsonNode body) {
        JsonNode points = body.path("corners");
        if (points.isMissingNode() || points.isNull()) {
            return List.of();
        }
        List<Integer> corners = new ArrayList<>();
        points.forEach(point -> point.forEach(number -> corners.add(number.isNumber() ? (int) Math.round(number.asDouble()) : FARTHEST)));
        boolean four = points.size() == CORNERS && corners.size() == 2 * CORNERS
            && corners.stream().allMatch(number -> Math.abs(number) < FARTHEST);
        if (!four) {
            throw new ApiException(ApiFault.BODY_INVALID);
        }
        return corners;
    }

    private void reopen(Context request) throws InterruptedException {
        Visitor visitor = Guard.visitor(request, Role.CLERK, Role.SUPERVISOR);
        Replies.json(request, tasks.task(desk.reopen(request.pathParam("review"), visitor.name()), visitor));
    }

    private void expires(Context request, LeaseDecision decision) {
        Replies.json(request, json.createObjectNode().put("expiresAt", decision.getLease().getEndsAt().toString()));
    }

    private void done(Context request, LeaseDecision decision) {
        Replies.json(request, json.createObjectNode().put("request", decision.getRequest()));
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).isTextual() ? body.path(name).asText() : null;
    }
}
