package io.penstock.schema.topic;

import io.penstock.schema.Announcement;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Correction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.serde.AvroFormat;
import io.penstock.schema.serde.AvroSerde;
import io.penstock.schema.topic.Topic.Cleanup;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The immutable, typed list of every topic of one pipeline; a prefix keeps several pipelines apart on one cluster.
 *
 * @param documents   raw bytes of a scan, key document id
 * @param announcements one record a document whose pages are on their way
 * @param pages       one record a page
 * @param glyphs      one record a page with its fields cut into glyphs
 * @param readings    one record a page with its glyphs classified
 * @param numbers     one record a field
 * @param results     one record a submission, when it has ended; more where it is corrected later
 * @param reviews     what a person is asked, key review id, compacted: one that is open no more has no value
 * @param corrections what a person answered, key review id
 * @param leases      what people want with open tasks, key review id
 * @param decisions   what became of that, key review id
 * @param forms       form definitions as YAML, key form name, compacted
 * @param deadLetters original bytes of what no stage could handle; headers say why ({@code io.penstock.schema.deadletter})
 * @param schemas     Avro schemas as JSON, key fingerprint ({@link io.penstock.schema.serde.TopicSchemas}), compacted
 * @param format      how Avro records stand on these topics and in state stores
 */
public record TopicCatalogue(
    Topic<byte[]> documents,
    Topic<Announcement> announcements,
    Topic<Page> pages,
    Topic<SegmentedPage> glyphs,
    Topic<ClassifiedPage> readings,
    Topic<RecognizedNumber> numbers,
    Topic<RecognizedDocument> results,
    Topic<ReviewTask> reviews,
    Topic<Correction> corrections,
    Topic<LeaseRequest> leases,
    Topic<LeaseDecision> decisions,
    Topic<String> forms,
    Topic<byte[]> deadLetters,
    Topic<String> schemas,
    AvroFormat format) {

    /** Prefix of topic names unless configured otherwise. */
    public static final String DEFAULT_PREFIX = "penstock.";

    /** Returns the catalogue whose topic names start with {@link #DEFAULT_PREFIX}. */
    public static TopicCatalogue standard() {
        return withPrefix(DEFAULT_PREFIX, TopicLayout.DEFAULT_MAX_VALUE_BYTES);
    }

    /**
     * Returns the catalogue whose topic names start with a prefix.
     *
     * @param prefix        may be empty
     * @param maxValueBytes largest value of an Avro record; serializing a larger one fails
     */
    public static TopicCatalogue withPrefix(String prefix, int maxValueBytes) {
        return withPrefix(prefix, AvroFormat.ofJar(maxValueBytes));
    }

    /** Returns the catalogue whose topic names start with a prefix, which may be empty; its records are in a format. */
    public static TopicCatalogue withPrefix(String prefix, AvroFormat format) {
        return new TopicCatalogue(
            new Topic<>("documents", prefix + "documents", Serdes.ByteArray(), Cleanup.DELETE_LATE),
            topic(prefix, "announcements", format.onTopics(Announcement.class)),
            topic(prefix, "pages", format.onTopics(Page.class)),
            topic(prefix, "glyphs", format.onTopics(SegmentedPage.class)),
            topic(prefix, "readings", format.onTopics(ClassifiedPage.class)),
            topic(prefix, "numbers", format.onTopics(RecognizedNumber.class)),
            topic(prefix, "results", format.onTopics(RecognizedDocument.class)),
            new Topic<>("reviews", prefix + "reviews", format.onTopics(ReviewTask.class), Cleanup.COMPACT),
            topic(prefix, "corrections", format.onTopics(Correction.class)),
            topic(prefix, "leases", format.onTopics(LeaseRequest.class)),
            topic(prefix, "decisions", format.onTopics(LeaseDecision.class)),
            new Topic<>("forms", prefix + "forms", Serdes.String(), Cleanup.COMPACT_ALL),
            new Topic<>("dead-letters", prefix + "dead-letters", Serdes.ByteArray(), Cleanup.DELETE_LATE),
            new Topic<>("schemas", prefix + "schemas", Serdes.String(), Cleanup.COMPACT_ALL),
            format);
    }

    /** Returns every topic, in the order of the data's way. */
    public List<Topic<?>> all() {
        return List.of(documents, announcements, pages, glyphs, readings, numbers, results, reviews, corrections, leases,
            decisions, forms, deadLetters, schemas);
    }

    /** Returns the topic with a name, full or without the prefix. */
    public Optional<Topic<?>> find(String name) {
        return all().stream().filter(topic -> topic.shortName().equals(name) || topic.name().equals(name)).findFirst();
    }

    /** Registers the schemas of all topics where the format has a registry for them. */
    public void prepare() {
        for (Topic<?> topic : all()) {
            if (topic.values() instanceof AvroSerde<?> serde) {
                serde.prepare(topic.name());
            }
        }
    }

    private static <V> Topic<V> topic(String prefix, String name, Serde<V> values) {
        return new Topic<>(name, prefix + name, values, Cleanup.DELETE);
    }
}
