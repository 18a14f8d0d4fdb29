package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.digit.InvalidGlyphException;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.Topic;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** One task of the classify stage: a page is a batch. Owns its classifier from {@link #init} to {@link #close}. */
final class ClassifyProcessor implements Processor<String, SegmentedPage, String, Object> {

    static final String READINGS = "write-readings";
    static final String DEAD_LETTERS = "write-dead-letters";

    private final Topic<SegmentedPage> glyphs;
    private final Supplier<DigitClassifier> classifiers;
    private ProcessorContext<String, Object> context;
    private PageClassifier pages;
    private DigitClassifier classifier;

    ClassifyProcessor(Topic<SegmentedPage> glyphs, Supplier<DigitClassifier> classifiers) {
        this.glyphs = glyphs;
        this.classifiers = classifiers;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        classifier = classifiers.get();
        pages = new PageClassifier(classifier);
    }

    @Override
    public void process(Record<String, SegmentedPage> record) {
        try {
            ClassifiedPage page = pages.classify(record.value());
            context.forward(record.withValue(page), READINGS);
        } catch (InvalidGlyphException e) {
            giveUp(record, ClassifyFault.GLYPH_INVALID, e);
        }
    }

    @Override
    public void close() {
        if (classifier != null) {
            classifier.close();
        }
    }

    private void giveUp(Record<String, SegmentedPage> record, ClassifyFault fault, Exception cause) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        DeadLetter why = new DeadLetter("classify", fault.name(), fault.message(cause), source.topic(), source.partition(),
            source.offset());
        byte[] original = glyphs.values().serializer().serialize(source.topic(), record.value());
        context.forward(record.withValue(original).withHeaders(why.addTo(record.headers())), DEAD_LETTERS);
    }
}
