package io.penstock.review.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.penstock.review.access.Role;
import io.penstock.review.access.Visitor;
import io.penstock.review.desk.DeskPolicy;
import io.penstock.review.desk.HeldTask;
import io.penstock.schema.Box;
import io.penstock.schema.Correction;
import io.penstock.schema.Digit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.OpenTask;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tasks as the console reads them. What a person is not to see is not in them at all. */
final class TaskJson {

    private static final String SAMPLE = "QUALITY_SAMPLE";
    private static final int SHOWN_OF_ACCOUNT = 2;

    private final ObjectMapper json;
    private final DeskPolicy policy;
    private final int windowStart;

    TaskJson(ObjectMapper json, DeskPolicy policy, int windowStart) {
        this.json = json;
        this.policy = policy;
        this.windowStart = windowStart;
    }

    /** Returns a task for a person who has it. */
    ObjectNode task(HeldTask held, Visitor visitor) {
        OpenTask state = held.state();
        boolean blind = policy.isBlind(state);
        ObjectNode task = json.createObjectNode();
        task.put("review", held.review());
        task.put("lease", state.getLease().getId());
        task.put("expiresAt", state.getLease().getEndsAt().toString());
        task.put("document", state.getDocument());
        task.put("page", state.getPage());
        task.put("copy", state.getCopy());
        task.put("form", state.getForm());
        task.put("field", state.getField());
        task.put("kind", state.getKind().name());
        task.put("blind", blind);
        task.put("keying", keying(state, visitor));
        task.put("snippet", path(held.review()) + "/snippet.png");
        task.put("windowStart", windowStart);
        task.set("rules", rules(state.getRules()));
        reading(task, held, blind);
        ArrayNode siblings = task.putArray("siblings");
        held.neighbours().forEach(number -> siblings.add(sibling(number, visitor)));
        mine(state, visitor).ifPresent(answer -> task.putObject("answered").put("outcome", answer.getOutcome().name())
            .put("text", answer.getText()));
        return task;
    }

    /** Returns the address of a task. */
    private static String path(String review) {
        return "/api/tasks/" + URLEncoder.encode(review, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<Correction> mine(OpenTask state, Visitor visitor) {
        return state.getAnswers().stream().filter(answer -> answer.getReviewer().equals(visitor.name())).reduce((one, last) -> last);
    }

    private static String keying(OpenTask state, Visitor visitor) {
        if (state.getPeople() < 2) {
            return null;
        }
        long before = state.getAnswers().stream().filter(answer -> !answer.getReviewer().equals(visitor.name())).count();
        return List.of("first", "second", "third").get((int) Math.min(2, before));
    }

    private void reading(ObjectNode task, HeldTask held, boolean blind) {
        Optional<RecognizedNumber> number = held.task().map(ReviewTask::getNumber);
        task.put("pages", number.map(RecognizedNumber::getPages).orElse(held.state().getPage()));
        task.put("createdAt", held.task().map(ReviewTask::getCreatedAt).orElse(held.state().getSubmittedAt()).toString());
        task.put("text", blind ? "" : held.state().getText());
        task.put("raw", blind ? "" : number.map(RecognizedNumber::getRaw).orElse(""));
        task.put("value", blind ? null : held.state().getValue());
        task.put("confidence", blind ? null : held.state().getConfidence());
        task.set("box", number.map(RecognizedNumber::getBox).map(this::box).orElse(null));
        ArrayNode reasons = task.putArray("reasons");
        if (!held.state().getSample()) {
            number.map(RecognizedNumber::getReasons).orElse(List.of()).stream().filter(reason -> !reason.equals(SAMPLE))
                .forEach(reasons::add);
        }
        ArrayNode digits = task.putArray("digits");
        ArrayNode candidates = task.putArray("candidates");
        if (!blind) {
            number.map(RecognizedNumber::getDigits).orElse(List.of()).forEach(digit -> digits.add(digit(digit)));
            held.task().map(ReviewTask::getCandidates).orElse(List.of()).forEach(candidate -> candidates.addObject()
                .put("text", candidate.getText()).put("confidence", candidate.getConfidence()));
        }
    }

    private ObjectNode digit(Digit digit) {
        ObjectNode node = json.createObjectNode().put("digit", digit.getDigit()).put("confidence", digit.getConfidence());
        ArrayNode alternatives = node.putArray("alternatives");
        digit.getAlternatives().forEach(other -> alternatives.addObject().put("digit", other.getDigit())
            .put("confidence", other.getConfidence()));
        node.set("box", box(digit.getBox()));
        return node;
    }

    /** Returns a box. */
    ObjectNode box(Box box) {
        return json.createObjectNode().put("x", box.getX()).put("y", box.getY()).put("width", box.getWidth())
            .put("height", box.getHeight());
    }

    /** Returns a number beside the task; of account numbers what this person may see. */
    ObjectNode sibling(RecognizedNumber number, Visitor visitor) {
        boolean masked = policy.mask() && number.getKind() == FieldKind.ACCOUNT && !visitor.is(Role.SUPERVISOR, Role.AUDITOR);
        return json.createObjectNode().put("field", number.getField())
            .put("text", masked ? masked(number.getText()) : number.getText())
            .put("value", masked && number.getValue() != null ? masked(number.getValue()) : number.getValue())
            .put("status", number.getStatus().name());
    }

    private static String masked(String account) {
        int hidden = Math.max(0, account.length() - SHOWN_OF_ACCOUNT);
        return "•".repeat(hidden) + account.substring(hidden);
    }

    private ObjectNode rules(FieldRules rules) {
        return rules == null ? null : json.createObjectNode()
            .put("kind", rules.getKind().name())
            .put("required", rules.getRequired())
            .put("minLength", rules.getMinLength())
            .put("maxLength", rules.getMaxLength())
            .put("min", rules.getMin())
            .put("max", rules.getMax())
            .put("fraction", rules.getFraction())
            .put("cents", rules.getCents().name())
            .put("dateOrder", rules.getDateOrder())
            .put("fillers", rules.getFillers())
            .put("checkDigit", rules.getCheckDigit().name())
            .put("pattern", rules.getPattern());
    }
}
