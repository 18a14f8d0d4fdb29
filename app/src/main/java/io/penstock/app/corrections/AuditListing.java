package io.penstock.app.corrections;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.output.CsvLine;
import io.penstock.schema.Correction;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who saw and who typed what, when, and how long it took: a line for each time, in the order of time; nothing is taken out because
 * something later took its place. What was typed into fields that must not leave, or that are not known any more, is not in it.
 */
public final class AuditListing {

    private final KafkaClients clients;
    private final LeaveOut leaveOut;
    private final Map<String, RecognizedNumber> numbers = new HashMap<>();
    private final Map<String, LeaseRequest> asked = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();

    private AuditListing(KafkaClients clients, LeaveOut leaveOut) {
        this.clients = clients;
        this.leaveOut = leaveOut;
    }

    /** A line and its time. */
    private record Line(Instant at, String text) { }

    /** Returns the listing as lines of CSV, the first one its columns. */
    public static List<String> read(KafkaClients clients, TopicCatalogue topics, LeaveOut leaveOut) {
        AuditListing listing = new AuditListing(clients, leaveOut);
        listing.each(topics.numbers(), number -> {
            if (number.getReview() != null) {
                listing.numbers.put(number.getReview(), number);
            }
        });
        listing.each(topics.corrections(), correction -> {
            listing.sent.add(correction.getId());
            listing.typed("ANSWERED", correction);
        });
        listing.each(topics.leases(), request -> listing.asked.put(request.getId(), request));
        listing.each(topics.decisions(), listing::decided);
        List<String> csv = new ArrayList<>(List.of(CsvLine.of("at", "reviewer", "action", "document", "review", "field", "outcome", "text",
            "tookMillis", "id", "replaces", "confirmedBy")));
        listing.lines.stream().sorted(Comparator.comparing(Line::at)).map(Line::text).forEach(csv::add);
        return csv;
    }

    private <V> void each(Topic<V> topic, Consumer<V> use) {
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topic))) {
            reader.forEach(record -> {
                V value = TopicReader.value(topic, record);
                if (value != null) {
                    use.accept(value);
                }
            });
        }
    }

    /** An answer that waits for a second person's is no correction yet, and whoever had a task on screen saw it. */
    private void decided(LeaseDecision decision) {
        LeaseRequest request = asked.get(decision.getRequest());
        boolean began = decision.getAction() == LeaseAction.TAKE || decision.getAction() == LeaseAction.REOPEN;
        if (decision.getRefusal() != null) {
            return;
        }
        if (began) {
            add(decision.getDecidedAt(), decision.getReviewer(), "SAW", null, decision.getReview(), "", "", null,
                decision.getRequest(), null, List.of());
        } else if (decision.getAction() == LeaseAction.ANSWER && request != null && request.getAnswer() != null
            && sent.add(decision.getRequest())) {
            typed("KEYED", Correction.newBuilder(request.getAnswer()).setId(request.getId()).setReviewer(decision.getReviewer())
                .setReview(decision.getReview()).setCorrectedAt(decision.getDecidedAt()).build());
        }
    }

    private void typed(String action, Correction correction) {
        add(correction.getCorrectedAt(), correction.getReviewer(), action, correction.getDocument(), correction.getReview(),
            correction.getOutcome().name(), correction.getText(), correction.getTookMillis(), correction.getId(), correction.getReplaces(),
            correction.getConfirmedBy());
    }

    private void add(Instant at, String reviewer, String action, String document, String review, String outcome, String text, Long took,
                     String id, String replaces, List<String> confirmedBy) {
        RecognizedNumber number = numbers.get(review);
        boolean shown = number != null && !leaveOut.covers(number);
        lines.add(new Line(at, CsvLine.of(at, reviewer, action, number == null ? document : number.getDocument(), review,
            number == null ? null : number.getField(), outcome, shown ? text : "", took, id, replaces, String.join(" ", confirmedBy))));
    }
}
