package io.penstock.review.figures;

import io.penstock.review.figures.Figure.What;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts numbers: how many the machine left to people, and how many of the quality sample it had accepted wrongly.
 *
 * <p>A number of the sample counts once, with what was last found: an answer may be corrected, and then says something else.
 */
public final class NumberCounter extends ContextualProcessor<String, RecognizedNumber, Void, Void> {

    /** Name of the store of counters. */
    public static final String COUNTERS = "number-counters";
    /** Name of the store of what was found of the quality sample, by review id: the hour, a bar, and whether it was misread. */
    public static final String SAMPLE = "quality-sample";

    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final Figures figures;
    private Counters counters;
    private KeyValueStore<String, String> sample;

    /** Counts for whoever asks {@code figures}. */
    public NumberCounter(Figures figures) {
        this.figures = figures;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        counters = new Counters(context.getStateStore(COUNTERS));
        sample = context.getStateStore(SAMPLE);
        figures.begin(counters);
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, time -> sweep(Instant.ofEpochMilli(context.currentStreamTimeMs())));
    }

    @Override
    public void process(Record<String, RecognizedNumber> record) {
        RecognizedNumber number = record.value();
        if (number == null || number.getField() == null) {
            return; // a page as a whole is no field that is read
        }
        Instant now = Instant.ofEpochMilli(record.timestamp());
        String form = number.getForm() == null ? "" : number.getForm();
        if (number.getSource() == Source.MACHINE) {
            counters.add(now, number.getStatus() == NumberStatus.REVIEW ? What.ASKED : What.READ, form, 1);
        } else if (number.getSource() == Source.HUMAN && number.getReview() != null
            && number.getReasons().contains("QUALITY_SAMPLE")) {
            sampled(number.getReview(), now, number.getReasons().contains("QUALITY_SAMPLE_MISREAD"));
        }
    }

    private void sampled(String review, Instant now, boolean misread) {
        String before = sample.get(review);
        if (before != null) {
            Instant then = Instant.parse(before.substring(0, before.indexOf('|')));
            counters.add(then, What.SAMPLED, "", -1);
            counters.add(then, What.MISREAD, "", before.endsWith("|true") ? -1 : 0);
        }
        counters.add(now, What.SAMPLED, "", 1);
        counters.add(now, What.MISREAD, "", misread ? 1 : 0);
        sample.put(review, Figure.at(now, What.SAMPLED, "").hour() + "|" + misread);
    }

    private void sweep(Instant now) {
        counters.sweep(now);
        String oldest = now.minus(Counters.KEPT).toString();
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, String> all = sample.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.compareTo(oldest) < 0) {
                    old.add(entry.key);
                }
            });
        }
        old.forEach(sample::delete);
    }

    @Override
    public void close() {
        if (counters != null) {
            figures.end(counters);
        }
    }
}
