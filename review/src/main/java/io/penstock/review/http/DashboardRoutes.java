package io.penstock.review.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.penstock.review.access.Role;
import io.penstock.review.desk.DeadLetterTail;
import io.penstock.review.figures.Summary;
import io.penstock.review.peer.AllTasks;
import io.penstock.review.queue.QueueCount;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The route of how the work goes, for who is responsible for it. */
final class DashboardRoutes {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final ObjectMapper json;
    private final AllTasks tasks;
    private final OptionalDouble promised;
    private final DeadLetterTail letters;
    private final Supplier<Map<String, Long>> lags;

    /**
     * Tells of these tasks.
     *
     * @param promised share of accepted numbers that may be wrong; empty: nothing is promised
     * @param lags     how many records wait for each stage
     */
    DashboardRoutes(ObjectMapper json, AllTasks tasks, OptionalDouble promised, DeadLetterTail letters, Supplier<Map<String, Long>> lags) {
        this.json = json;
        this.tasks = tasks;
        this.promised = promised;
        this.letters = letters;
        this.lags = lags;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/dashboard", request -> {
            Guard.visitor(request, Role.SUPERVISOR, Role.AUDITOR);
            Replies.json(request, dashboard());
        });
    }

    /** Returns how the work goes: the error of a month, as samples are few, all else of the last day. */
    ObjectNode dashboard() {
        Instant now = Instant.now();
        Summary day = Summary.of(tasks.figures(now.minus(A_DAY)));
        Summary month = Summary.of(tasks.figures(now.minus(A_MONTH)));
        AllTasks.Count count = tasks.count();
        ObjectNode board = json.createObjectNode();
        board.put("silent", count.silent());
        queue(board.putObject("queue"), count.known(), now);
        long numbers = day.accepted() + day.review();
        board.putObject("readRate").put("accepted", day.accepted()).put("review", day.review())
            .put("share", numbers == 0 ? null : (Double) ((double) day.accepted() / numbers));
        error(board.putObject("error"), month);
        ArrayNode hours = board.putArray("throughput");
        day.throughput().forEach((hour, answers) -> hours.addObject().put("hour", hour.toString()).put("count", answers));
        ArrayNode people = board.putArray("people");
        day.people().forEach(person -> people.addObject().put("reviewer", person.reviewer()).put("answers", person.answers())
            .put("secondsMedian", person.seconds().orElse(null)).put("agreement", person.agreement().orElse(null)));
        ArrayNode forms = board.putArray("forms");
        day.forms().forEach(form -> forms.addObject().put("form", form.form()).put("fields", form.fields()).put("review", form.review())
            .put("share", form.fields() == 0 ? 0 : 1 - (double) form.review() / form.fields()));
        ArrayNode stages = board.putArray("stages");
        lags.get().forEach((stage, lag) -> stages.addObject().put("stage", stage).put("lag", lag));
        ArrayNode dead = board.putArray("deadLetters");
        letters.last().forEach(letter -> dead.addObject().put("key", letter.key()).put("stage", letter.stage()).put("code", letter.code())
            .put("message", letter.message()).put("at", letter.at().toString()));
        return board;
    }

    private static void queue(ObjectNode queue, QueueCount known, Instant now) {
        queue.put("open", known.open());
        ObjectNode byKind = queue.putObject("byKind");
        known.byKind().forEach((kind, number) -> byKind.put(kind.name(), number));
        ObjectNode byForm = queue.putObject("byForm");
        known.byForm().forEach(byForm::put);
        Map<String, Duration> ages = new LinkedHashMap<>();
        ages.put("under 1 h", Duration.ofHours(1));
        ages.put("1 to 4 h", Duration.ofHours(4));
        ages.put("4 to 24 h", Duration.ofDays(1));
        ages.put("1 to 3 days", Duration.ofDays(3));
        ages.put("over 3 days", Duration.ofDays(1_000_000));
        ArrayNode byAge = queue.putArray("byAge");
        Instant until = Instant.MAX;
        for (Map.Entry<String, Duration> age : ages.entrySet()) {
            Instant from = now.minus(age.getValue());
            int number = known.byAge().subMap(from, true, until, false).values().stream().mapToInt(tasks -> tasks).sum();
            byAge.addObject().put("label", age.getKey()).put("count", number);
            until = from;
        }
    }

    private void error(ObjectNode error, Summary month) {
        Optional<Double> limit = promised.isPresent() ? Optional.of(promised.getAsDouble()) : Optional.empty();
        error.put("sampled", month.error().count()).put("wrong", month.wrong())
            .put("rate", month.error().count() == 0 ? null : (Double) month.error().share())
            .put("low", month.error().low()).put("high", month.error().high())
            .put("promised", limit.orElse(null))
            .put("warn", limit.filter(most -> month.error().low() > most).isPresent());
    }
}
