package io.penstock.review.desk;

import io.penstock.review.lease.Refusal;
import io.penstock.review.peer.AllTasks;
import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.Correction;
import io.penstock.schema.Lease;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.OpenTask;
import io.penstock.schema.Page;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;

/**
 * What a person asks of the open tasks: the next ones, what there is to see of them, answers. Thread-safe.
 *
 * <p>Holds nothing that could be lost: it proposes tasks out of the index, and what it is told on the topic of decisions holds.
 */
public final class TaskDesk implements AutoCloseable {

    /** How often tasks are looked for again that somebody else was faster to take. */
    private static final int ROUNDS = 4;
    private static final int MOST = 50;
    private static final int CORRECTABLE = 10;
    private static final int REMEMBERED = 10_000;

    private final AllTasks tasks;
    private final Producer<String, byte[]> producer;
    private final Decisions decisions;
    private final Requests requests;
    private final TaskRecords records;
    /** Tasks that are being taken here, so that two people who ask at once do not get in each other's way. */
    private final Set<String> wantedNow = ConcurrentHashMap.newKeySet();

    /** Review ids by lease; the last ones. */
    private final Map<String, String> takenHere = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    private TaskDesk(TopicCatalogue topics, DeskClients clients, AllTasks tasks, Runnable listener) {
        this.tasks = tasks;
        producer = clients.producer().get();
        decisions = Decisions.follow(topics.decisions(), clients.consumer(), listener);
        requests = new Requests(topics.leases(), producer, decisions);
        records = new TaskRecords(topics, clients.consumer());
    }

    /** Opens the desk; {@code listener} is told when something was decided about a task, here or elsewhere. */
    public static TaskDesk open(TopicCatalogue topics, DeskClients clients, AllTasks tasks, Runnable listener) {
        return new TaskDesk(topics, clients, tasks, listener);
    }

    /** Returns the tasks that a person has already, as many as are wanted, and new ones up to that number. */
    public List<HeldTask> lease(Wanted wanted) throws InterruptedException {
        int most = Math.max(1, Math.min(MOST, wanted.count()));
        List<QueuedTask> mine = new ArrayList<>(tasks.heldBy(wanted.reviewer(), Instant.now()).stream().limit(most).toList());
        for (int round = 0; round < ROUNDS && mine.size() < most; round++) {
            Optional<List<QueuedTask>> taken = take(wanted, most - mine.size());
            if (taken.isEmpty()) {
                break;
            }
            mine.addAll(taken.get());
        }
        List<HeldTask> held = new ArrayList<>();
        for (QueuedTask task : mine) {
            held.add(records.look(task));
        }
        return held;
    }

    /** Returns what could be taken of the next tasks; empty where there are none. */
    private Optional<List<QueuedTask>> take(Wanted wanted, int count) throws InterruptedException {
        Wanted more = new Wanted(wanted.reviewer(), wanted.supervisor(), wanted.kind(), wanted.form(), wanted.document(),
            count + wantedNow.size());
        List<QueuedTask> next = tasks.next(more).stream().filter(task -> wantedNow.add(task.review())).limit(count).toList();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, QueuedTask> byReview = next.stream().collect(Collectors.toMap(QueuedTask::review, Function.identity()));
            List<LeaseRequest> takes = next.stream().map(task -> request(LeaseAction.TAKE, UUID.randomUUID().toString(), task.review(),
                null, wanted.reviewer(), null)).toList();
            return Optional.of(requests.decideAll(takes).stream().filter(decision -> decision.getRefusal() == null)
                .map(decision -> leased(byReview.get(decision.getReview()), decision.getLease())).toList());
        } finally {
            next.forEach(task -> wantedNow.remove(task.review()));
        }
    }

    private QueuedTask leased(QueuedTask task, Lease lease) {
        takenHere.put(lease.getId(), task.review());
        return new QueuedTask(task.review(), OpenTask.newBuilder(task.task()).setLease(lease).build(), task.rank());
    }

    /**
     * Does something with a task that a person has, by the lease.
     *
     * @param answer ANSWER: what was typed; null otherwise
     * @throws DeskException where it is refused
     */
    public LeaseDecision act(LeaseAction action, String lease, String reviewer, Correction answer) throws InterruptedException {
        String review = review(lease, reviewer);
        // the same answer sent again has the same id, and counts once
        String id = answer == null ? UUID.randomUUID().toString() : answerId(lease, answer);
        return requests.decide(request(action, id, review, lease, reviewer, answer));
    }

    /** What was taken here is known here, also while the process that decides about it is gone and another takes its place. */
    private String review(String lease, String reviewer) {
        String here = takenHere.get(lease);
        if (here != null) {
            return here;
        }
        AllTasks.Leased leased = tasks.leased(reviewer, lease);
        return leased.review().or(() -> answered(lease, reviewer)).orElseThrow(() -> leased.elsewhere()
            ? new DeskException("NOT_DECIDED", "nobody knows this lease while a process of the stage is away; the same again is safe")
            : new DeskException(Refusal.LEASE_UNKNOWN.name(), Refusal.LEASE_UNKNOWN.advice()));
    }

    /** Finds a task by the lease under which it was answered: its answer may be sent again by a browser that got no reply. */
    private Optional<String> answered(String lease, String reviewer) {
        return tasks.answeredBy(reviewer).stream().filter(task -> task.task().getAnswers().stream().anyMatch(answer ->
            answer.getId().equals(answerId(lease, answer)))).map(QueuedTask::review).findFirst();
    }

    private static String answerId(String lease, Correction answer) {
        String said = lease + "\n" + answer.getOutcome() + "\n" + answer.getText().strip() + "\n" + answer.getForm();
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Gives a person a task back that he answered, to correct it; only of the last ten.
     *
     * @throws DeskException where it is refused
     */
    public HeldTask reopen(String review, String reviewer) throws InterruptedException {
        boolean recent = tasks.answeredBy(reviewer).stream().limit(CORRECTABLE).anyMatch(task -> task.review().equals(review));
        QueuedTask task = recent ? tasks.find(review).orElse(null) : null;
        if (task == null) {
            throw new DeskException(Refusal.UNDO_TOO_LATE.name(), Refusal.UNDO_TOO_LATE.advice());
        }
        LeaseDecision decision = requests.decide(request(LeaseAction.REOPEN, UUID.randomUUID().toString(), review, null, reviewer, null));
        return records.look(leased(task, decision.getLease()));
    }

    private static LeaseRequest request(LeaseAction action, String id, String review, String lease, String reviewer, Correction answer) {
        return new LeaseRequest(id, review, action, lease, reviewer, Instant.now(), answer);
    }

    /** Returns a task with all there is to see of it, whoever has it. */
    public Optional<HeldTask> look(String review) throws InterruptedException {
        Optional<QueuedTask> task = tasks.find(review);
        return task.isPresent() ? Optional.of(records.look(task.get())) : Optional.empty();
    }

    /** Returns the page that a task is about; empty where retention took it. */
    public Optional<Page> page(HeldTask task) throws InterruptedException {
        return records.page(task);
    }

    @Override
    public void close() {
        decisions.close();
        producer.close();
        records.close();
    }
}
