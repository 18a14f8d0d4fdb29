package io.penstock.schema.topic;

import io.penstock.schema.Announcement;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Correction;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.serde.SchemaSource;
import io.penstock.schema.serde.ShippedSchemas;
import io.penstock.schema.serde.SingleObjectSerde;
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
 * @param forms       form definitions as YAML, key form name, compacted
 * @param deadLetters original bytes of what no stage could handle; headers say why ({@code io.penstock.schema.deadletter})
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
    Topic<String> forms,
    Topic<byte[]> deadLetters) {

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
        SchemaSource source = ShippedSchemas.load();
        return new TopicCatalogue(
            topic(prefix, "documents", Serdes.ByteArray()),
            topic(prefix, "announcements", SingleObjectSerde.of(Announcement.class, source, maxValueBytes)),
            topic(prefix, "pages", SingleObjectSerde.of(Page.class, source, maxValueBytes)),
            topic(prefix, "glyphs", SingleObjectSerde.of(SegmentedPage.class, source, maxValueBytes)),
            topic(prefix, "readings", SingleObjectSerde.of(ClassifiedPage.class, source, maxValueBytes)),
            topic(prefix, "numbers", SingleObjectSerde.of(RecognizedNumber.class, source, maxValueBytes)),
            topic(prefix, "results", SingleObjectSerde.of(RecognizedDocument.class, source, maxValueBytes)),
            new Topic<>("reviews", prefix + "reviews", SingleObjectSerde.of(ReviewTask.class, source, maxValueBytes), Cleanup.COMPACT),
            topic(prefix, "corrections", SingleObjectSerde.of(Correction.class, source, maxValueBytes)),
            new Topic<>("forms", prefix + "forms", Serdes.String(), Cleanup.COMPACT_ALL),
            topic(prefix, "dead-letters", Serdes.ByteArray()));
    }

    /** Returns every topic, in the order of the data's way. */
    public List<Topic<?>> all() {
        return List.of(documents, announcements, pages, glyphs, readings, numbers, results, reviews, corrections, forms, deadLetters);
    }

    /** Returns the topic with a name, full or without the prefix. */
    public Optional<Topic<?>> find(String name) {
        return all().stream().filter(topic -> topic.shortName().equals(name) || topic.name().equals(name)).findFirst();
    }

    private static <V> Topic<V> topic(String prefix, String name, Serde<V> values) {
        return new Topic<>(name, prefix + name, values, Cleanup.DELETE);
    }
}
