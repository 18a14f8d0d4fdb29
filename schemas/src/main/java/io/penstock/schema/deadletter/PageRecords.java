package io.penstock.schema.deadletter;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.serde.AvroFormat;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What the records of the topics between the stages say about the page that is lost with them. Thread-safe. */
public final class PageRecords {

    private final Serde<Page> pages;
    private final Serde<SegmentedPage> glyphs;
    private final Serde<ClassifiedPage> readings;

    /** Reads records in a format. */
    public PageRecords(AvroFormat format) {
        pages = format.inStage(Page.class);
        glyphs = format.inStage(SegmentedPage.class);
        readings = format.inStage(ClassifiedPage.class);
    }

    /**
     * Returns the dead letter of a page: the record whole or a pointer to it, why it was given up, and which page is lost.
     *
     * @param stage  stage that gives up
     * @param code   permanent error code
     * @param source where the record lies
     */
    public Record<String, byte[]> letter(String stage, String code, String message, Record<String, byte[]> page, RecordMetadata source) {
        DeadLetter why = new DeadLetter(stage, code, message, source.topic(), source.partition(), source.offset());
        Letter letter = Letter.of(why, page.key(), page.value(), page.headers());
        lost(page.value()).ifPresent(lost -> lost.addTo(letter.headers()));
        return new Record<>(letter.textKey(), letter.value(), page.timestamp(), letter.headers());
    }

    /** Returns the page in a record of any of these topics; empty where it is none, or cannot be read. */
    Optional<LostPage> lost(byte[] record) {
        return read(pages, record)
            .map(page -> new LostPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount()))
            .or(() -> read(glyphs, record)
                .map(page -> new LostPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount())))
            .or(() -> read(readings, record)
                .map(page -> new LostPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount())));
    }

    private static <V extends SpecificRecord> Optional<V> read(Serde<V> serde, byte[] record) {
        try {
            return Optional.ofNullable(serde.deserializer().deserialize("", record));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
