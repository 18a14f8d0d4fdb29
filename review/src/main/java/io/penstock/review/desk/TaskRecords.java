package io.penstock.review.desk;

import io.penstock.review.queue.QueuedTask;
import io.penstock.schema.OpenTask;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedDocument;
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
        Optional<ConsumerRecord<String, byte[]>> record = record(review, state);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        ReviewTask task = value(record.get());
        List<RecognizedNumber> neighbours = task.getNumber().getSiblings() == 1 ? List.of()
            : pages.neighbours(task.getNumber(), Instant.ofEpochMilli(record.get().timestamp()));
        return Optional.of(new Seen(state.getOffset(), task, neighbours));
    }

    Optional<Page> page(RecognizedNumber number) throws InterruptedException {
        return pages.page(number);
    }

    Optional<RecognizedDocument> result(String document, int partition, long offset) throws InterruptedException {
        String topic = topics.results().name();
        return reader.at(new TopicPartition(topic, partition), offset, document, TIMEOUT)
            .map(record -> topics.results().values().deserializer().deserialize(topic, record.value()));
    }

    /** Returns what the sink asked, without a look at the page around it. */
    Optional<ReviewTask> asked(QueuedTask queued) throws InterruptedException {
        synchronized (seen) {
            Seen known = seen.get(queued.review());
            if (known != null && known.offset() == queued.task().getOffset()) {
                return Optional.of(known.task());
            }
        }
        return record(queued.review(), queued.task()).map(this::value);
    }

    private Optional<ConsumerRecord<String, byte[]>> record(String review, OpenTask state) throws InterruptedException {
        TopicPartition partition = new TopicPartition(topics.reviews().name(), state.getPartition());
        return reader.at(partition, state.getOffset(), review, TIMEOUT).filter(record -> record.value() != null);
    }

    private ReviewTask value(ConsumerRecord<String, byte[]> record) {
        return topics.reviews().values().deserializer().deserialize(topics.reviews().name(), record.value());
    }

    Optional<Page> page(HeldTask task) throws InterruptedException {
        return task.task().isEmpty() ? Optional.empty() : pages.page(task.task().get().getNumber());
    }

    @Override
    public void close() {
        reader.close();
    }
}
