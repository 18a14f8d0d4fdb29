package io.penstock.review.peer;

import io.penstock.review.queue.QueueCount;
import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.DocumentFate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of all partitions, whichever process works on them: those of this one, and what the others reply.
 *
 * <p>A process that does not reply in time is left out and counted: its partitions go to another one soon. Nothing can be taken twice for
 * that, as leases are decided elsewhere. Thread-safe.
 */
public final class AllTasks {

    /** Where a process of the review stage answers the others. */
    public static final String PATH = "/peer";

    private static final Logger LOG = LoggerFactory.getLogger(AllTasks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PeerDesk desk;
    private final Optional<PeerSignature> signature;
    private final Supplier<List<String>> others;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();

    /**
     * Asks everywhere.
     *
     * @param signature empty: the others are not asked
     * @param others    host and port of each of the others
     */
    public AllTasks(PeerDesk desk, Optional<PeerSignature> signature, Supplier<List<String>> others) {
        this.desk = desk;
        this.signature = signature;
        this.others = others;
    }

    /** How many tasks are open, and how many processes did not say. */
    public record Count(QueueCount known, int silent) {
    }

    /** Returns the tasks that a person is to be offered next, best first. */
    public List<QueuedTask> next(Wanted wanted) {
        return ask(new Question(Question.Ask.NEXT, wanted.reviewer(), wanted, null, 0)).sorted(Comparator.comparingDouble(
            (QueuedTask task) -> -task.rank()).thenComparing(QueuedTask::review)).limit(wanted.count()).toList();
    }

    /** Returns the tasks that a person has a lease on. */
    public List<QueuedTask> heldBy(String reviewer, Instant now) {
        return leasedTo(reviewer).filter(task -> now.isBefore(task.task().getLease().getEndsAt())).toList();
    }

    /**
     * Returns the review id of the task on which a person has or had a lease.
     *
     * @param elsewhere whether the task may be another process's that does not reply: then nobody knows
     */
    public record Leased(Optional<String> review, boolean elsewhere) {
    }

    /** Looks for the task of a lease; other processes are asked only where it is none of this one's. */
    public Leased leased(String reviewer, String lease) {
        Question question = new Question(Question.Ask.LEASED, reviewer, null, null, 0);
        Optional<String> here = review(desk.here(question), lease);
        if (here.isPresent()) {
            return new Leased(here, false);
        }
        List<Reply> replies = elsewhere(question);
        return new Leased(review(replies.stream().flatMap(reply -> desk.tasks(reply).stream()).toList(), lease),
            replies.size() < others.get().size());
    }

    private static Optional<String> review(List<QueuedTask> tasks, String lease) {
        return tasks.stream().filter(task -> task.task().getLease().getId().equals(lease)).map(QueuedTask::review).findFirst();
    }

    private Stream<QueuedTask> leasedTo(String reviewer) {
        return ask(new Question(Question.Ask.LEASED, reviewer, null, null, 0));
    }

    /** Returns the tasks to which a person gave the last answer, which may still be corrected, newest first. */
    public List<QueuedTask> answeredBy(String reviewer) {
        return ask(new Question(Question.Ask.ANSWERED, reviewer, null, null, 0)).sorted(Comparator.comparing((QueuedTask task) ->
            task.task().getAnswers().get(task.task().getAnswers().size() - 1).getCorrectedAt()).reversed()).toList();
    }

    /** Returns a task. */
    public Optional<QueuedTask> find(String review) {
        Question question = new Question(Question.Ask.FIND, "", null, review, 0);
        Optional<QueuedTask> here = desk.here(question).stream().findFirst();
        return here.isPresent() ? here : elsewhere(question).stream().flatMap(reply -> desk.tasks(reply).stream()).findFirst();
    }

    /** Returns what became of a document; empty where no process knows. */
    public Optional<DocumentFate> fate(String document) {
        Optional<DocumentFate> here = desk.fateHere(document);
        return here.isPresent() ? here : elsewhere(new Question(Question.Ask.FATE, "", null, document, 0)).stream()
            .map(desk::fate).flatMap(Optional::stream).findFirst();
    }

    /** Returns how many tasks are open. */
    public Count count() {
        int processes = others.get().size();
        List<Reply> replies = elsewhere(new Question(Question.Ask.COUNT, "", null, null, 0));
        List<QueueCount> parts = new ArrayList<>(replies.stream().map(reply -> reply.count().known()).toList());
        parts.add(desk.count());
        return new Count(QueueCount.sum(parts), Math.max(0, processes - replies.size()));
    }

    /** Returns what was counted since a time, by the keys of {@code io.penstock.review.figures}. */
    public Map<String, Long> figures(Instant from) {
        Map<String, Long> sums = new TreeMap<>(desk.figures(from));
        elsewhere(new Question(Question.Ask.FIGURES, "", null, null, from.toEpochMilli()))
            .forEach(reply -> reply.figures().forEach((key, count) -> sums.merge(key, count, Long::sum)));
        return sums;
    }

    private Stream<QueuedTask> ask(Question question) {
        return Stream.concat(desk.here(question).stream(), elsewhere(question).stream().flatMap(reply -> desk.tasks(reply).stream()));
    }

    private List<Reply> elsewhere(Question question) {
        List<String> processes = signature.isPresent() ? others.get() : List.of();
        List<CompletableFuture<Optional<Reply>>> asked = processes.stream().map(process -> send(process, desk.text(question))).toList();
        return asked.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
    }

    private CompletableFuture<Optional<Reply>> send(String process, String question) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + process + PATH)).timeout(PATIENCE)
            .header(PeerSignature.HEADER, signature.orElseThrow().sign(question, Instant.now()))
            .POST(BodyPublishers.ofString(question)).build();
        return http.sendAsync(request, BodyHandlers.ofString()).handle((response, failure) -> read(process, response, failure));
    }

    private Optional<Reply> read(String process, HttpResponse<String> response, Throwable failure) {
        try {
            if (failure == null && response.statusCode() == 200) {
                return Optional.of(desk.read(response.body()));
            }
            LOG.warn("the review stage at {} does not say what is open there: {}", process,
                failure == null ? "status " + response.statusCode() : failure.toString());
        } catch (IOException e) {
            LOG.warn("the review stage at {} replied something else: {}", process, e.toString());
        }
        return Optional.empty();
    }
}
