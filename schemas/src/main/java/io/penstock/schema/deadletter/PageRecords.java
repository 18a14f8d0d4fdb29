package io.penstock.schema.deadletter;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.serde.SingleObjectSerde;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** What the records of the topics between the stages say about the page that is lost with them. Thread-safe. */
public final class PageRecords {

    private final SingleObjectSerde<Page> pages = SingleObjectSerde.of(Page.class);
    private final SingleObjectSerde<SegmentedPage> glyphs = SingleObjectSerde.of(SegmentedPage.class);
    private final SingleObjectSerde<ClassifiedPage> readings = SingleObjectSerde.of(ClassifiedPage.class);

    /** Returns the page in a record of any of these topics; empty where it is none, or cannot be read. */
    public Optional<LostPage> lost(byte[] record) {
        return read(pages, record, page -> new LostPage(page.getSubmission(), page.getNumber(), page.getCount()))
            .or(() -> read(glyphs, record, page -> new LostPage(page.getSubmission(), page.getNumber(), page.getCount())))
            .or(() -> read(readings, record, page -> new LostPage(page.getSubmission(), page.getNumber(), page.getCount())));
    }

    private static <V extends SpecificRecord> Optional<LostPage> read(SingleObjectSerde<V> serde, byte[] record,
                                                                      Function<V, LostPage> facts) {
        try {
            return Optional.ofNullable(serde.deserializer().deserialize("", record)).map(facts);
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
