package io.penstock.review.desk;

import io.penstock.review.lease.Refusal;
import io.penstock.review.peer.AllTasks;
import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.Lease;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.OpenTask;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.topic.TopicCatalogue;
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
    private final Rereading rereading;
    private final FormNames forms;
    /** Tasks that are being taken here, so that two people who ask at once do not get in each other's way. */
    private final Set<String> wantedNow = ConcurrentHashMap.newKeySet();

    /** What was taken by a lease, and at which desk: the page of a browser, so that two under one name do not get the same tasks. */
    private record Taken(String review, String desk) {
    }

    /** By lease; the last ones. */
    private final Map<String, Taken> takenHere = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Taken> eldest) {
            return size() > REMEMBERED;
        }
    });

    private TaskDesk(TopicCatalogue topics, DeskClients clients, AllTasks tasks, FormNames forms, Runnable listener) {
        this.tasks = tasks;
        producer = clients.producer().get();
        decisions = Decisions.follow(topics.decisions(), clients.consumer(), listener);
        requests = new Requests(topics.leases(), producer, decisions);
        records = new TaskRecords(topics, clients.consumer());
        rereading = new Rereading(topics.pages(), producer);
        this.forms = forms;
    }

    /** Opens the desk; {@code listener} is told when something was decided about a task, here or elsewhere. */
    public static TaskDesk open(TopicCatalogue topics, DeskClients clients, AllTasks tasks, FormNames forms, Runnable listener) {
        return new TaskDesk(topics, clients, tasks, forms, listener);
    }

    /** Returns the tasks that a person has already at a desk, as many as are wanted, and new ones up to that number. */
    public List<HeldTask> lease(Wanted wanted, String desk) throws InterruptedException {
        int most = Math.max(1, Math.min(MOST, wanted.count()));
        List<QueuedTask> mine = new ArrayList<>(tasks.heldBy(wanted.reviewer(), Instant.now()).stream()
            .filter(task -> isAt(desk, task)).limit(most).toList());
        for (int round = 0; round < ROUNDS && mine.size() < most; round++) {
            Optional<List<QueuedTask>> taken = take(wanted, most - mine.size(), desk);
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

    /** What is at no desk, as after a restart, is at the one that asks first. */
    private boolean isAt(String desk, QueuedTask task) {
        return takenHere.compute(task.task().getLease().getId(), (lease, taken) ->
            taken == null || taken.desk().isEmpty() ? new Taken(task.review(), desk) : taken).desk().equals(desk);
    }

    /** Returns what could be taken of the next tasks; empty where there are none. */
    private Optional<List<QueuedTask>> take(Wanted wanted, int count, String desk) throws InterruptedException {
        Wanted more = new Wanted(wanted.reviewer(), wanted.supervisor(), wanted.kind(), wanted.form(), wanted.document(),
            count + wantedNow.size());
        List<QueuedTask> next = tasks.next(more).stream().filter(task -> wantedNow.add(task.review())).limit(count).toList();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(take(next, wanted.reviewer(), desk));
        } finally {
            next.forEach(task -> wantedNow.remove(task.review()));
        }
    }

    private QueuedTask leased(QueuedTask task, Lease lease, String desk) {
        takenHere.put(lease.getId(), new Taken(task.review(), desk));
        return new QueuedTask(task.review(), OpenTask.newBuilder(task.task()).setLease(lease).build(), task.rank());
    }

    /**
     * Does something with a task that a person has, by the lease.
     *
     * @throws DeskException where it is refused
     */
    public LeaseDecision act(LeaseAction action, String lease, String reviewer) throws InterruptedException {
        String review = held(lease, reviewer);
        return requests.decide(request(action, UUID.randomUUID().toString(), review, lease, reviewer, null));
    }

    /**
     * Takes an answer to a task that a person has, by the lease. A page that is said to be another form is sent to be read again first.
     *
     * @throws DeskException where it is refused
     */
    public LeaseDecision answer(String lease, String reviewer, Said said) throws InterruptedException {
        String id = said.idUnder(lease);
        // a browser that got no reply sends the answer again, when the task may be nobody's any more
        Optional<String> before = tasks.answeredBy(reviewer).stream()
            .filter(task -> task.task().getAnswers().stream().anyMatch(answer -> answer.getId().equals(id))).map(QueuedTask::review)
            .findFirst();
        String review = before.isPresent() ? before.get() : held(lease, reviewer);
        if (before.isEmpty() && said.answer().getOutcome() == CorrectionOutcome.OTHER_FORM && said.answer().getForm() != null) {
            readAgain(review, said);
        }
        return requests.decide(request(LeaseAction.ANSWER, id, review, lease, reviewer, said.answer()));
    }

    /**
     * Returns the task that a person has by a lease. What was taken here is known here, also while the process that decides about it is
     * gone and another takes its place.
     */
    private String held(String lease, String reviewer) {
        Taken here = takenHere.get(lease);
        if (here != null) {
            return here.review();
        }
        AllTasks.Leased leased = tasks.leased(reviewer, lease);
        return leased.review().orElseThrow(() -> leased.elsewhere()
            ? new DeskException("NOT_DECIDED", "nobody knows this lease now, as a process of the review stage is away; the same "
                + "again is safe")
            : new DeskException(Refusal.LEASE_UNKNOWN.name(), Refusal.LEASE_UNKNOWN.advice()));
    }

    private void readAgain(String review, Said said) throws InterruptedException {
        if (!forms.byName().containsKey(said.answer().getForm())) {
            throw new DeskException("FORM_UNKNOWN", "no form of this name is registered; choose another, or say that it is none");
        }
        Optional<HeldTask> task = look(review);
        Page page = (task.isPresent() ? records.page(task.get()) : Optional.<Page>empty()).orElseThrow(() -> new DeskException("PAGE_GONE",
            "the page is not kept any more, so it can't be read again; type what is asked, or say that it is illegible"));
        rereading.read(page, said.answer().getForm(), said.corners());
    }

    /** Returns a task that a person has, or now takes; empty where another has it or it is closed. */
    public Optional<HeldTask> leaseOne(String review, String reviewer, String desk) throws InterruptedException {
        Optional<QueuedTask> mine = tasks.heldBy(reviewer, Instant.now()).stream().filter(task -> task.review().equals(review)).findFirst();
        Optional<QueuedTask> task = mine.isPresent() ? mine : tasks.find(review);
        if (mine.isEmpty() && task.isPresent()) {
            task = take(List.of(task.get()), reviewer, desk).stream().findFirst();
        }
        return task.isPresent() ? Optional.of(records.look(task.get())) : Optional.empty();
    }

    /** Returns the tasks that a person is to be offered next, which nobody has. */
    public List<QueuedTask> next(Wanted wanted) {
        return tasks.next(wanted);
    }

    /** Returns what the sink asked of a task; empty where the topic has it no more. */
    public Optional<ReviewTask> asked(QueuedTask task) throws InterruptedException {
        return records.asked(task);
    }

    /** Takes tasks for a person at a desk; returns those that nobody was faster to take. */
    public List<QueuedTask> take(List<QueuedTask> next, String reviewer, String desk) throws InterruptedException {
        Map<String, QueuedTask> byReview = next.stream().collect(Collectors.toMap(QueuedTask::review, Function.identity()));
        List<LeaseRequest> takes = next.stream()
            .map(task -> request(LeaseAction.TAKE, UUID.randomUUID().toString(), task.review(), null, reviewer, null)).toList();
        return requests.decideAll(takes).stream().filter(decision -> decision.getRefusal() == null)
            .map(decision -> leased(byReview.get(decision.getReview()), decision.getLease(), desk)).toList();
    }

    /** Answers or gives back many tasks at once; returns what was decided in time, refusals too. */
    public List<LeaseDecision> settle(List<Settlement> settlements, String reviewer) throws InterruptedException {
        return requests.decideAll(settlements.stream().map(task -> task.said()
            .map(said -> request(LeaseAction.ANSWER, said.idUnder(task.lease()), task.review(), task.lease(), reviewer, said.answer()))
            .orElseGet(() -> request(LeaseAction.RELEASE, UUID.randomUUID().toString(), task.review(), task.lease(), reviewer, null)))
            .toList());
    }

    /** Returns the page that a number is on; empty where retention took it. */
    public Optional<Page> page(RecognizedNumber number) throws InterruptedException {
        return records.page(number);
    }

    /** Returns a result where it lies. */
    public Optional<RecognizedDocument> result(String document, int partition, long offset) throws InterruptedException {
        return records.result(document, partition, offset);
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
        return records.look(leased(task, decision.getLease(), ""));
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
