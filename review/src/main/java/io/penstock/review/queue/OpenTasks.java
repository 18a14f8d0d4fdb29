package io.penstock.review.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tasks of all partitions that this process works on. Thread-safe. */
public final class OpenTasks {

    private final Map<Integer, TaskIndex> partitions = new ConcurrentHashMap<>();

    /** From now on a partition is worked on here. */
    public void begin(int partition, TaskIndex index) {
        partitions.put(partition, index);
    }

    /** A partition is not worked on here any more; where another index has taken its place, that one stays. */
    public void end(int partition, TaskIndex index) {
        partitions.remove(partition, index);
    }

    /** Returns the tasks that a person is to be offered next, best first, of those whose review ids are welcome. */
    public List<QueuedTask> next(Wanted wanted, Instant now, Predicate<String> welcome) {
        return all(index -> index.next(wanted, now, welcome)).sorted(QueuedTask::compareInQueue).limit(wanted.count()).toList();
    }

    /** Returns the tasks on which a person had the last lease, in force or not. */
    public List<QueuedTask> leasedTo(String reviewer) {
        return all(index -> index.leasedTo(reviewer)).sorted(QueuedTask::compareInQueue).toList();
    }

    /** Returns the tasks to which a person gave the last answer, which may still be corrected, newest first within a partition. */
    public List<QueuedTask> answeredBy(String reviewer) {
        return all(index -> index.answeredBy(reviewer)).toList();
    }

    /** Returns a task. */
    public Optional<QueuedTask> find(String review) {
        return partitions.values().stream().map(index -> index.find(review)).flatMap(Optional::stream).findFirst();
    }

    /** Returns how many tasks are open. */
    public QueueCount count() {
        return QueueCount.sum(partitions.values().stream().map(TaskIndex::count).toList());
    }

    private Stream<QueuedTask> all(Function<TaskIndex, List<QueuedTask>> question) {
        return partitions.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).map(Map.Entry::getValue).map(question)
            .flatMap(List::stream);
    }
}
