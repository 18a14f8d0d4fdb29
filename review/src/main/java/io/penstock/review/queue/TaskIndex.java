package io.penstock.review.queue;

import io.penstock.schema.FieldKind;
import io.penstock.schema.OpenTask;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tasks of one partition in memory: those that may be offered sorted by rank, the others by when they may be.
 *
 * <p>Built from the store and kept by the processor; asked by the threads of HTTP. It only proposes: whether a person gets a task is
 * decided on the topic of leases. Thread-safe.
 */
public final class TaskIndex {

    private static final Comparator<QueuedTask> BY_RANK = QueuedTask::compareInQueue;

    /** How far the seconds of a kind may move before its tasks are sorted anew. */
    private static final double TOLERANCE = 1.25;

    /** A task by a time: when it may be offered that may not be now, or when a closed one was answered. */
    private record Waiting(Instant until, String review) {
    }

    /** Where tasks lie that are asked for together. */
    private record Shelf(FieldKind kind, String form) {
    }

    /** The next task of a shelf, and those behind it. */
    private record Head(QueuedTask task, Iterator<QueuedTask> rest) {
    }

    private final Worth worth;
    private final Duration unconfirmed;
    private final Map<FieldKind, Double> seconds = new EnumMap<>(FieldKind.class);
    private final Map<String, QueuedTask> all = new HashMap<>();
    private final Map<Shelf, NavigableSet<QueuedTask>> offered = new HashMap<>();
    private final Map<String, Instant> until = new HashMap<>();
    private final TreeSet<Waiting> waiting = new TreeSet<>(Comparator.comparing(Waiting::until).thenComparing(Waiting::review));
    private final TreeSet<Waiting> closed = new TreeSet<>(waiting.comparator());
    private final Map<String, Set<String>> byDocument = new HashMap<>();
    private final Map<String, Set<String>> byReviewer = new HashMap<>();
    private final Map<FieldKind, Integer> openByKind = new EnumMap<>(FieldKind.class);
    private final Map<String, Integer> openByForm = new HashMap<>();
    private final TreeMap<Instant, Integer> openByTime = new TreeMap<>();

    /** Makes an empty index; an answered task is offered again where it was not closed within {@code unconfirmed}. */
    public TaskIndex(Worth worth, Duration unconfirmed) {
        this.worth = worth;
        this.unconfirmed = unconfirmed;
        seconds.putAll(worth.seconds());
    }

    /** Takes a task in, or what has become of it. */
    public synchronized void put(String review, OpenTask task) {
        remove(review);
        QueuedTask queued = new QueuedTask(review, task, worth.rank(task, seconds.get(task.getKind())));
        all.put(review, queued);
        byDocument.computeIfAbsent(task.getDocument(), document -> new HashSet<>()).add(review);
        people(task).forEach(reviewer -> byReviewer.computeIfAbsent(reviewer, name -> new HashSet<>()).add(review));
        count(task, 1);
        Instant from = offeredFrom(task);
        if (from == null) {
            offered(task).add(queued);
        } else if (task.getClosed()) {
            closed.add(new Waiting(task.getSettledAt(), review));
        } else {
            until.put(review, from);
            waiting.add(new Waiting(from, review));
        }
    }

    /** Forgets a task. */
    public synchronized void remove(String review) {
        QueuedTask before = all.remove(review);
        if (before == null) {
            return;
        }
        OpenTask task = before.task();
        offered(task).remove(before);
        Instant from = until.remove(review);
        if (from != null) {
            waiting.remove(new Waiting(from, review));
        }
        if (task.getClosed()) {
            closed.remove(new Waiting(task.getSettledAt(), review));
        }
        drop(byDocument, task.getDocument(), review);
        people(task).forEach(reviewer -> drop(byReviewer, reviewer, review));
        count(task, -1);
    }

    /** Takes note of how long people take for a kind; its tasks are sorted anew where that has changed much. */
    public synchronized void pace(FieldKind kind, double measured) {
        double known = seconds.get(kind);
        if (measured > known * TOLERANCE || measured < known / TOLERANCE) {
            seconds.put(kind, measured);
            all.values().stream().filter(queued -> queued.task().getKind() == kind).toList()
                .forEach(queued -> put(queued.review(), queued.task()));
        }
    }

    /** Returns the tasks that a person is to be offered next, best first, of those whose review ids are welcome. */
    public synchronized List<QueuedTask> next(Wanted wanted, Instant now, Predicate<String> welcome) {
        wake(now);
        Predicate<QueuedTask> fits = queued -> wanted.fits(queued.task()) && welcome.test(queued.review());
        if (wanted.document() != null) {
            return byDocument.getOrDefault(wanted.document(), Set.of()).stream().map(all::get).filter(queued -> offered(queued.task())
                .contains(queued)).filter(fits).sorted(BY_RANK).limit(wanted.count()).toList();
        }
        return merged(wanted, fits);
    }

    private List<QueuedTask> merged(Wanted wanted, Predicate<QueuedTask> fits) {
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::task, BY_RANK));
        offered.forEach((shelf, tasks) -> {
            boolean asked = (wanted.kind() == null || wanted.kind() == shelf.kind())
                && (wanted.form() == null || wanted.form().equals(shelf.form()));
            if (asked && !tasks.isEmpty()) {
                Iterator<QueuedTask> rest = tasks.iterator();
                heads.add(new Head(rest.next(), rest));
            }
        });
        List<QueuedTask> next = new ArrayList<>();
        while (next.size() < wanted.count() && !heads.isEmpty()) {
            Head head = heads.remove();
            if (fits.test(head.task())) {
                next.add(head.task());
            }
            if (head.rest().hasNext()) {
                heads.add(new Head(head.rest().next(), head.rest()));
            }
        }
        return next;
    }

    /** Returns the tasks on which a person had the last lease, in force or not. */
    public synchronized List<QueuedTask> leasedTo(String reviewer) {
        return of(reviewer).filter(queued -> queued.task().getLease() != null
            && queued.task().getLease().getReviewer().equals(reviewer)).sorted(BY_RANK).toList();
    }

    /** Returns the tasks to which a person gave the last answer, which may still be corrected, newest first. */
    public synchronized List<QueuedTask> answeredBy(String reviewer) {
        return of(reviewer).filter(queued -> lastAnswer(queued.task()).filter(name -> name.equals(reviewer)).isPresent())
            .sorted(Comparator.comparing((QueuedTask queued) -> queued.task().getAnswers().get(queued.task().getAnswers().size() - 1)
                .getCorrectedAt()).reversed()).toList();
    }

    private Stream<QueuedTask> of(String reviewer) {
        return byReviewer.getOrDefault(reviewer, Set.of()).stream().map(all::get);
    }

    /** Returns a task. */
    public synchronized Optional<QueuedTask> find(String review) {
        return Optional.ofNullable(all.get(review));
    }

    /** Returns the review ids of closed tasks that were answered before a time. */
    public synchronized List<String> closedBefore(Instant time) {
        return closed.headSet(new Waiting(time, ""), true).stream().map(Waiting::review).toList();
    }

    /** Returns how many tasks are open. */
    public synchronized QueueCount count() {
        TreeMap<Instant, Integer> byHour = new TreeMap<>();
        openByTime.forEach((time, count) -> byHour.merge(time.truncatedTo(ChronoUnit.HOURS), count, Integer::sum));
        Optional<Instant> oldest = openByTime.isEmpty() ? Optional.empty() : Optional.of(openByTime.firstKey());
        return new QueueCount(openByKind.values().stream().mapToInt(count -> count).sum(), Map.copyOf(openByKind), Map.copyOf(openByForm),
            byHour, oldest);
    }

    private void wake(Instant now) {
        while (!waiting.isEmpty() && !waiting.first().until().isAfter(now)) {
            String review = waiting.pollFirst().review();
            until.remove(review);
            QueuedTask queued = all.get(review);
            offered(queued.task()).add(queued);
        }
    }

    private NavigableSet<QueuedTask> offered(OpenTask task) {
        return offered.computeIfAbsent(new Shelf(task.getKind(), task.getForm()), shelf -> new TreeSet<>(BY_RANK));
    }

    /** Returns when a task may be offered: null at once, {@link Instant#MAX} never. */
    private Instant offeredFrom(OpenTask task) {
        if (task.getClosed()) {
            return Instant.MAX;
        }
        Instant lease = task.getLease() == null ? null : task.getLease().getEndsAt();
        Instant settled = task.getSettled() == null ? null : task.getSettledAt().plus(unconfirmed);
        return Stream.of(Optional.ofNullable(lease), Optional.ofNullable(settled), Optional.ofNullable(task.getNotBefore()))
            .flatMap(Optional::stream).max(Instant::compareTo).orElse(null);
    }

    private static Optional<String> lastAnswer(OpenTask task) {
        return task.getAnswers().isEmpty() ? Optional.empty()
            : Optional.of(task.getAnswers().get(task.getAnswers().size() - 1).getReviewer());
    }

    private static Stream<String> people(OpenTask task) {
        return Stream.concat(Optional.ofNullable(task.getLease()).map(lease -> lease.getReviewer()).stream(), lastAnswer(task).stream())
            .distinct();
    }

    private static void drop(Map<String, Set<String>> sets, String key, String review) {
        sets.computeIfPresent(key, (same, reviews) -> reviews.remove(review) && reviews.isEmpty() ? null : reviews);
    }

    private void count(OpenTask task, int by) {
        if (task.getSettled() == null) {
            add(openByKind, task.getKind(), by);
            add(openByForm, task.getForm() == null ? "" : task.getForm(), by);
            add(openByTime, task.getSubmittedAt(), by);
        }
    }

    private static <K> void add(Map<K, Integer> counts, K key, int by) {
        counts.merge(key, by, (count, more) -> count + more == 0 ? null : count + more);
    }
}
