package io.penstock.schema.deadletter;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.serde.AvroFormat;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

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

    /** Returns the page in a record of any of these topics; empty where it is none, or cannot be read. */
    public Optional<LostPage> lost(byte[] record) {
        return read(pages, record, page ->
            new LostPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount()))
            .or(() -> read(glyphs, record, page ->
            new LostPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount())))
            .or(() -> read(readings, record, page ->
            new LostPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount())));
    }

    private static <V extends SpecificRecord> Optional<LostPage> read(Serde<V> serde, byte[] record, Function<V, LostPage> facts) {
        try {
            return Optional.ofNullable(serde.deserializer().deserialize("", record)).map(facts);
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
