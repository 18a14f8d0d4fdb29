package io.penstock.review.queue;

import io.penstock.schema.FieldKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many tasks are open.
 *
 * @param open   all of them, those included that somebody has
 * @param byKind by kind
 * @param byForm by form; the empty name where no form was recognized
 * @param byAge  by the hour in which the document came in
 * @param oldest when the document came in that waits longest; empty where none is open
 */
public record QueueCount(int open, Map<FieldKind, Integer> byKind, Map<String, Integer> byForm, NavigableMap<Instant, Integer> byAge,
                         Optional<Instant> oldest) {

    /** Returns the counts of several queues together. */
    public static QueueCount sum(List<QueueCount> parts) {
        Map<FieldKind, Integer> byKind = new EnumMap<>(FieldKind.class);
        Map<String, Integer> byForm = new TreeMap<>();
        NavigableMap<Instant, Integer> byAge = new TreeMap<>();
        for (QueueCount part : parts) {
            part.byKind.forEach((kind, count) -> byKind.merge(kind, count, Integer::sum));
            part.byForm.forEach((form, count) -> byForm.merge(form, count, Integer::sum));
            part.byAge.forEach((hour, count) -> byAge.merge(hour, count, Integer::sum));
        }
        Stream<Instant> oldest = parts.stream().flatMap(part -> part.oldest.stream());
        return new QueueCount(parts.stream().mapToInt(QueueCount::open).sum(), byKind, byForm, byAge, oldest.min(Instant::compareTo));
    }
}
