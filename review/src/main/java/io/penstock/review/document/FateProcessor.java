package io.penstock.review.document;

import io.penstock.schema.Announcement;
import io.penstock.schema.DocumentFate;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps what became of the documents of one partition, until nothing has happened to them for their retention. */
public final class FateProcessor extends ContextualProcessor<String, SpecificRecord, Void, Void> {

    /** Name of the store, by document id. */
    public static final String FATES = "fates";

    private static final Duration SWEEP = Duration.ofHours(1);

    private final Duration retention;
    private KeyValueStore<String, DocumentFate> fates;

    /** Remembers documents for a time after they last came further. */
    public FateProcessor(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        fates = context.getStateStore(FATES);
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> forget(Instant.ofEpochMilli(now).minus(retention)));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        if (record.key() != null && record.value() != null) {
            next(fates.get(record.key()), record).ifPresent(fate -> fates.put(record.key(), fate));
        }
    }

    private Optional<DocumentFate> next(DocumentFate known, Record<String, SpecificRecord> record) {
        Instant now = Instant.ofEpochMilli(record.timestamp());
        if (record.value() instanceof Announcement announcement) {
            return Fate.announced(known, announcement, now);
        }
        if (record.value() instanceof RecognizedNumber number) {
            return Fate.read(known, number, now);
        }
        RecordMetadata place = context().recordMetadata().orElseThrow();
        return Fate.ended(known, (RecognizedDocument) record.value(), place.partition(), place.offset(), now);
    }

    private void forget(Instant before) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, DocumentFate> all = fates.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.getChangedAt().isBefore(before)) {
                    old.add(entry.key);
                }
            });
        }
        old.forEach(fates::delete);
    }
}
