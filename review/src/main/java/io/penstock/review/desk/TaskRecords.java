package io.penstock.review.desk;

import io.penstock.review.queue.QueuedTask;
import io.penstock.schema.OpenTask;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What there is to see of tasks, read from the topics; the last ones are kept, as their pictures are asked for next. Thread-safe. */
final class TaskRecords implements AutoCloseable {

    private static final int KEPT = 128;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** What was read of a task, and where. */
    private record Seen(long offset, ReviewTask task, List<RecognizedNumber> neighbours) {
    }

    private final TopicCatalogue topics;
    private final RecordReader reader;
    private final PageFinder pages;
    private final Map<String, Seen> seen = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > KEPT;
        }
    };

    TaskRecords(TopicCatalogue topics, Supplier<Consumer<String, byte[]>> consumers) {
        this.topics = topics;
        reader = new RecordReader(consumers);
        pages = new PageFinder(topics, reader);
    }

    HeldTask look(QueuedTask queued) throws InterruptedException {
        OpenTask state = queued.task();
        Seen known;
        synchronized (seen) {
            known = seen.get(queued.review());
        }
        if (known == null || known.offset() != state.getOffset()) {
            known = read(queued.review(), state).orElse(null);
        }
        if (known == null) {
            return new HeldTask(queued.review(), state, Optional.empty(), List.of());
        }
        synchronized (seen) {
            seen.put(queued.review(), known);
        }
        return new HeldTask(queued.review(), state, Optional.of(known.task()), known.neighbours());
    }

    private Optional<Seen> read(String review, OpenTask state) throws InterruptedException {
        TopicPartition partition = new TopicPartition(topics.reviews().name(), state.getPartition());
        Optional<ConsumerRecord<String, byte[]>> record = reader.at(partition, state.getOffset(), review, TIMEOUT);
        if (record.isEmpty() || record.get().value() == null) {
            return Optional.empty();
        }
        ReviewTask task = topics.reviews().values().deserializer().deserialize(topics.reviews().name(), record.get().value());
        List<RecognizedNumber> neighbours = task.getNumber().getSiblings() == 1 ? List.of()
            : pages.neighbours(task.getNumber(), Instant.ofEpochMilli(record.get().timestamp()));
        return Optional.of(new Seen(state.getOffset(), task, neighbours));
    }

    Optional<Page> page(HeldTask task) throws InterruptedException {
        return task.task().isEmpty() ? Optional.empty() : pages.page(task.task().get().getNumber());
    }

    @Override
    public void close() {
        reader.close();
    }
}
