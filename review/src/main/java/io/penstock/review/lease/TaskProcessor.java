package io.penstock.review.lease;

import io.penstock.review.figures.Counters;
import io.penstock.review.figures.Figures;
import io.penstock.review.queue.OpenTasks;
import io.penstock.review.queue.TaskIndex;
import io.penstock.schema.Correction;
import io.penstock.schema.FieldKind;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.OpenTask;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewPace;
import io.penstock.schema.ReviewTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the open tasks of one partition, and decides who has which, in the order of the records and by their time.
 *
 * <p>Every request gets a decision, on a topic: it is there together with the state that it changed or, where a transaction is rolled back,
 * neither is, so that nobody is ever told what did not happen.
 */
public final class TaskProcessor extends ContextualProcessor<String, Input, String, Outcome> {

    /** Name of the store of tasks, by review id. */
    public static final String TASKS = "tasks";
    /** Name of the store of how long people take, by kind. */
    public static final String PACE = "pace";

    /** Name of the store of what is counted of answers. */
    public static final String COUNTERS = "answer-counters";

    private static final Duration SWEEP = Duration.ofMinutes(1);
    /** Least time for which an answer is remembered: what a person did in the last hour is counted from them. */
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int MEASURED = 51;
    private static final int FEWEST_MEASURED = 5;
    private static final long SHORTEST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 600_000;

    private final Duration remembered;
    private final KeyingPolicy keying;
    private final LeaseRules rules;
    private final Supplier<TaskIndex> indexes;
    private final OpenTasks open;
    private final Figures figures;
    private Counters counters;
    private KeyValueStore<String, OpenTask> tasks;
    private KeyValueStore<String, ReviewPace> pace;
    private TaskIndex index;

    /** Decides under these rules; lets {@code open} know of its tasks, in an index of {@code indexes}, and {@code figures} of answers. */
    public TaskProcessor(LeaseTimes times, KeyingPolicy keying, Supplier<TaskIndex> indexes, OpenTasks open, Figures figures) {
        remembered = times.correctable().compareTo(AN_HOUR) > 0 ? times.correctable() : AN_HOUR;
        this.keying = keying;
        this.rules = new LeaseRules(times, keying);
        this.indexes = indexes;
        this.open = open;
        this.figures = figures;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        super.init(context);
        tasks = context.getStateStore(TASKS);
        pace = context.getStateStore(PACE);
        counters = new Counters(context.getStateStore(COUNTERS));
        figures.begin(counters);
        index = indexes.get();
        for (FieldKind kind : FieldKind.values()) {
            measured(pace.get(kind.name())).ifPresent(seconds -> index.pace(kind, seconds));
        }
        try (KeyValueIterator<String, OpenTask> all = tasks.all()) {
            all.forEachRemaining(entry -> index.put(entry.key, entry.value));
        }
        open.begin(context.taskId().partition(), index);
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, time -> sweep(Instant.ofEpochMilli(context.currentStreamTimeMs())));
    }

    @Override
    public void close() {
        if (index != null) {
            figures.end(counters);
            open.end(context().taskId().partition(), index);
        }
    }

    @Override
    public void process(Record<String, Input> record) {
        Instant now = Instant.ofEpochMilli(record.timestamp());
        if (record.key() == null) {
            return; // nothing that a person was asked: reviews, corrections and requests of this pipeline have keys
        }
        if (record.value() instanceof Input.Asked asked) {
            if (asked.task() == null) {
                closed(record.key());
            } else {
                ask(record.key(), asked.task());
            }
        } else if (record.value() instanceof Input.Read read && read.correction() != null) {
            read(record.key(), read.correction(), now);
        } else if (record.value() instanceof Input.Requested requested && requested.request() != null) {
            decide(record, requested.request(), now);
        }
    }

    private void ask(String review, ReviewTask task) {
        OpenTask before = tasks.get(review);
        RecordMetadata place = context().recordMetadata().orElseThrow();
        RecognizedNumber number = task.getNumber();
        OpenTask.Builder asked = OpenTask.newBuilder()
            .setDocument(number.getDocument())
            .setPage(number.getPage())
            .setCopy(number.getCopy())
            .setForm(number.getForm())
            .setField(number.getField())
            .setKind(number.getKind())
            .setRules(task.getRules())
            .setText(number.getText())
            .setValue(number.getValue())
            .setConfidence(number.getConfidence())
            .setSample(number.getReasons().contains("QUALITY_SAMPLE"))
            .setSubmittedAt(number.getSubmission().getSubmittedAt())
            .setPartition(place.partition())
            .setOffset(place.offset())
            .setPeople(keying.people(review, number.getKind(), number.getValue()));
        if (before != null && before.getSettled() == null) {
            // the page was read again while somebody has the task
            asked.setLease(before.getLease()).setNotBefore(before.getNotBefore()).setAnswers(before.getAnswers());
        }
        put(review, asked.build());
    }

    /** An answered task is remembered for whoever wants to correct the answer. */
    private void closed(String review) {
        OpenTask task = tasks.get(review);
        if (task != null && task.getSettled() != null) {
            put(review, OpenTask.newBuilder(task).setClosed(true).build());
        } else if (task != null) {
            remove(review);
        }
    }

    private void read(String review, Correction correction, Instant now) {
        OpenTask task = tasks.get(review);
        if (task == null) {
            return;
        }
        if (task.getSettled() == null) {
            // answered elsewhere, such as on the command line
            put(review, OpenTask.newBuilder(task).setLease(null).setSettled(correction.getId()).setSettledAt(now)
                .setAnswers(List.of(correction)).build());
            Figures.answered(counters, correction);
        }
        if (correction.getTookMillis() != null) {
            measure(task.getKind(), correction.getTookMillis());
        }
    }

    private void measure(FieldKind kind, long millis) {
        if (millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS) {
            return; // a slip, or somebody at lunch
        }
        ReviewPace known = pace.get(kind.name());
        List<Long> measured = new ArrayList<>(known == null ? List.of() : known.getMillis());
        measured.add(millis);
        ReviewPace next = new ReviewPace(List.copyOf(measured.subList(Math.max(0, measured.size() - MEASURED), measured.size())));
        pace.put(kind.name(), next);
        measured(next).ifPresent(seconds -> index.pace(kind, seconds));
    }

    private static Optional<Double> measured(ReviewPace pace) {
        if (pace == null || pace.getMillis().size() < FEWEST_MEASURED) {
            return Optional.empty();
        }
        List<Long> sorted = pace.getMillis().stream().sorted().toList();
        return Optional.of(sorted.get(sorted.size() / 2) / 1000.0);
    }

    private void decide(Record<String, Input> record, LeaseRequest request, Instant now) {
        boolean keyed = record.key().equals(request.getReview());
        OpenTask task = tasks.get(record.key());
        Verdict verdict = keyed ? rules.decide(task, request, now) : new Verdict.Refused(Refusal.REQUEST_INVALID);
        LeaseDecision.Builder decision = LeaseDecision.newBuilder()
            .setRequest(request.getId())
            .setReview(record.key())
            .setAction(request.getAction())
            .setReviewer(request.getReviewer())
            .setDecidedAt(now);
        if (verdict instanceof Verdict.Granted granted) {
            put(record.key(), granted.task());
            granted.correction().ifPresent(correction -> send(record, new Outcome.Answered(correction)));
            boolean again = granted.task().equals(task);
            if (request.getAction() == LeaseAction.ANSWER && !again) {
                count(granted.task(), granted.correction().isPresent());
            }
            decision.setLease(granted.task().getLease());
        } else if (verdict instanceof Verdict.Refused refused) {
            decision.setRefusal(refused.why().name());
        }
        send(record, new Outcome.Decided(decision.build()));
    }

    private void count(OpenTask task, boolean decided) {
        List<Correction> answers = task.getAnswers();
        Correction last = answers.get(answers.size() - 1);
        Figures.answered(counters, last);
        if (decided && answers.size() > 1) {
            answers.forEach(answer -> Figures.held(counters, answer, KeyingPolicy.isSame(task.getRules(), answer, last)));
        }
    }

    private void send(Record<String, Input> source, Outcome outcome) {
        context().forward(new Record<>(source.key(), outcome, source.timestamp(), source.headers()));
    }

    private void put(String review, OpenTask task) {
        tasks.put(review, task);
        index.put(review, task);
    }

    private void remove(String review) {
        tasks.delete(review);
        index.remove(review);
    }

    /** Forgets answers that can't be corrected any more: nothing is granted that would not be, whenever that happens. */
    private void sweep(Instant now) {
        counters.sweep(now);
        for (String review : index.closedBefore(now.minus(remembered))) {
            OpenTask task = tasks.get(review);
            if (task.getLease() == null || !now.isBefore(task.getLease().getEndsAt())) {
                remove(review);
            }
        }
    }
}
