package io.penstock.review.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.Role;
import io.penstock.review.access.Visitor;
import io.penstock.review.document.DocumentDesk;
import io.penstock.schema.DocumentFate;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The routes by which documents are sent, and followed to their results. */
final class DocumentRoutes {

    private static final int LONGEST = 256;

    private final ObjectMapper json;
    private final TaskJson numbers;
    private final DocumentDesk desk;

    DocumentRoutes(ObjectMapper json, TaskJson numbers, DocumentDesk desk) {
        this.json = json;
        this.numbers = numbers;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/documents", this::take);
        routes.get("/documents/{document}", this::find);
    }

    private void take(Context request) throws InterruptedException {
        Guard.visitor(request, Role.CLERK, Role.SUPERVISOR);
        DocumentDesk.Incoming incoming = new DocumentDesk.Incoming(named(request, "id"), named(request, "name").orElse(""),
            named(request, "form"), named(request, "kind"), submission(request));
        byte[] bytes = body(request);
        DocumentDesk.Receipt receipt = desk.take(incoming, bytes).orElseThrow(() -> new ApiException(ApiFault.STARTING));
        String follow = "/documents/" + URLEncoder.encode(receipt.document(), StandardCharsets.UTF_8).replace("+", "%20");
        request.status(202).header("Location", follow);
        Replies.json(request, json.createObjectNode().put("document", receipt.document()).put("submission", receipt.submission())
            .put("follow", follow));
    }

    private static Optional<String> named(Context request, String name) {
        Optional<String> value = Optional.ofNullable(request.queryParam(name)).filter(text -> !text.isBlank());
        boolean strange = value.filter(text -> text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)).isPresent();
        if (strange) {
            throw new ApiException(ApiFault.BODY_INVALID);
        }
        return value;
    }

    private static Optional<UUID> submission(Context request) {
        try {
            return Optional.ofNullable(request.header("Idempotency-Key")).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiFault.BODY_INVALID);
        }
    }

    /** The body is read only as far as it may be large, whatever its sender says about its length. */
    private byte[] body(Context request) {
        try (InputStream body = request.bodyInputStream()) {
            byte[] bytes = body.readNBytes(desk.maxBytes() + 1);
            if (bytes.length > desk.maxBytes()) {
                throw new ApiException(ApiFault.DOCUMENT_TOO_LARGE);
            }
            if (bytes.length == 0) {
                throw new ApiException(ApiFault.BODY_INVALID);
            }
            return bytes;
        } catch (IOException e) {
            throw new ApiException(ApiFault.BODY_INVALID);
        }
    }

    private void find(Context request) throws InterruptedException {
        Visitor visitor = Guard.visitor(request);
        DocumentDesk.Known known = desk.find(request.pathParam("document")).orElseThrow(() -> new ApiException(ApiFault.DOCUMENT_UNKNOWN));
        Optional<DocumentFate> fate = known.fate();
        ObjectNode reply = json.createObjectNode().put("document", known.document())
            .put("status", status(fate))
            .put("pages", fate.map(DocumentFate::getPages).orElse(0))
            .put("open", fate.map(found -> found.getOpen().size()).orElse(0))
            .put("version", fate.map(DocumentFate::getVersion).orElse(0));
        ArrayNode reasons = reply.putArray("reasons");
        fate.map(DocumentFate::getReasons).orElse(List.of()).forEach(reasons::add);
        ArrayNode read = reply.putArray("numbers");
        known.result().map(RecognizedDocument::getNumbers).orElse(List.of()).forEach(number -> read.add(
            numbers.sibling(number, visitor).put("page", number.getPage()).put("copy", number.getCopy()).put("form", number.getForm())
                .put("source", number.getSource().name()).put("confidence", number.getConfidence()).put("version", number.getVersion())));
        Replies.json(request, reply);
    }

    /** One that a person has opened again after its end waits for people too. */
    private static String status(Optional<DocumentFate> fate) {
        if (fate.isEmpty()) {
            return "RECEIVED";
        }
        DocumentStatus ended = fate.get().getStatus();
        boolean asked = !fate.get().getOpen().isEmpty();
        return ended != null ? ended.name() : asked ? "REVIEW" : "READING";
    }
}
