package io.penstock.review.peer;

import io.penstock.review.queue.QueueCount;
import io.penstock.schema.FieldKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a process answers another one.
 *
 * @param tasks in its order
 * @param count how many tasks are open; null where that was not asked
 * @param figures what was counted; null where that was not asked
 * @param fate  what became of a document, as it stands in the store; null where that was not asked, or is not known there
 */
record Reply(List<Entry> tasks, Count count, Map<String, Long> figures, byte[] fate) {

    /**
     * A task as it travels.
     *
     * @param review review id
     * @param rank   its place in the queue
     * @param task   the task, as it stands in the store
     */
    record Entry(String review, double rank, byte[] task) {
    }

    /** A count as it travels: times are milliseconds. */
    record Count(int open, Map<FieldKind, Integer> byKind, Map<String, Integer> byForm, Map<Long, Integer> byAge, Long oldest) {

        static Count of(QueueCount count) {
            return new Count(count.open(), count.byKind(), count.byForm(), count.byAge().entrySet().stream()
                .collect(Collectors.toMap(hour -> hour.getKey().toEpochMilli(), Map.Entry::getValue)),
                count.oldest().map(Instant::toEpochMilli).orElse(null));
        }

        QueueCount known() {
            TreeMap<Instant, Integer> hours = new TreeMap<>();
            byAge.forEach((hour, number) -> hours.put(Instant.ofEpochMilli(hour), number));
            return new QueueCount(open, byKind, byForm, hours, Optional.ofNullable(oldest).map(Instant::ofEpochMilli));
        }
    }
}
