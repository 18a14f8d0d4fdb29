package io.penstock.review.desk;

import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.document.Submissions;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Finds the page that a task is about, and the numbers on it, where they stand on their topics: by the document's partition and the time.
 *
 * <p>Nothing says at which offset they lie, and no store holds pictures. The page was written after its document came in, the numbers
 * together with the task; what is between is passed over, to a limit. Pages that were looked at last are kept.
 */
final class PageFinder {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long PAGE_BYTES = 512L * 1024 * 1024;
    private static final Duration AROUND = Duration.ofSeconds(5);
    private static final Duration NUMBERS_TIMEOUT = Duration.ofSeconds(1);
    private static final long NUMBERS_BYTES = 16L * 1024 * 1024;
    private static final int KEPT = 8;

    private final TopicCatalogue topics;
    private final RecordReader reader;
    private final Map<String, Page> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
            return size() > KEPT;
        }
    };

    PageFinder(TopicCatalogue topics, RecordReader reader) {
        this.topics = topics;
        this.reader = reader;
    }

    /** Returns the page that a number is on; empty where retention took it. */
    Optional<Page> page(RecognizedNumber number) throws InterruptedException {
        String name = Submissions.id(number.getSubmission()) + "/" + number.getPage();
        synchronized (pages) {
            Page kept = pages.get(name);
            if (kept != null) {
                return Optional.of(kept);
            }
        }
        Optional<Page> found = reader.find(topics.pages().name(), number.getDocument(), number.getSubmission().getSubmittedAt(),
            PAGE_BYTES, TIMEOUT, record -> value(topics.pages(), record).filter(page -> page.getNumber() == number.getPage()
                && Submissions.id(page.getSubmission()).equals(Submissions.id(number.getSubmission()))).isPresent())
            .flatMap(record -> value(topics.pages(), record));
        found.ifPresent(page -> {
            synchronized (pages) {
                pages.put(name, page);
            }
        });
        return found;
    }

    /** Returns the other numbers of a task's page, as they stood when it was asked; {@code asked} is when the task was written. */
    List<RecognizedNumber> neighbours(RecognizedNumber number, Instant asked) throws InterruptedException {
        List<RecognizedNumber> found = new ArrayList<>();
        reader.find(topics.numbers().name(), number.getDocument(), asked.minus(AROUND), NUMBERS_BYTES, NUMBERS_TIMEOUT, record -> {
            value(topics.numbers(), record).filter(other -> other.getPage() == number.getPage() && other.getIndex() != number.getIndex()
                && Submissions.id(other.getSubmission()).equals(Submissions.id(number.getSubmission()))).ifPresent(other -> {
                    found.removeIf(same -> same.getIndex() == other.getIndex());
                    found.add(other);
                });
            return found.size() >= number.getSiblings() - 1 || record.timestamp() > asked.plus(AROUND).toEpochMilli();
        });
        return found;
    }

    private static <V extends SpecificRecord> Optional<V> value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(topic.values().deserializer().deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

}
