package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.digit.InvalidGlyphException;
import io.penstock.isolate.Parts;
import io.penstock.isolate.Refusal;
import io.penstock.isolate.Work;
import io.penstock.isolate.WorkSource;
import io.penstock.isolate.drill.Drill;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.StreamFault;
import io.penstock.schema.serde.SingleObjectSerde;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The work of the stage, kept apart from it: a page of glyphs in, the same with their distributions out, both as they stand on their
 * topics. Public, as a child process makes it by name.
 */
public final class ClassifyWork implements WorkSource {

    /** Name of the stage. */
    static final String STAGE = "classify";

    @Override
    public Work start(Map<String, String> setup) {
        return of(ClassifyConfig.of(setup).reloadingClassifier(), Drill.of(setup));
    }

    /** Returns the work of a classifier, which is closed with it. */
    static Work of(DigitClassifier classifier, Drill drill) {
        return new Classifying(classifier, drill);
    }

    private static final class Classifying implements Work {

        private final SingleObjectSerde<SegmentedPage> glyphs = SingleObjectSerde.of(SegmentedPage.class);
        private final SingleObjectSerde<ClassifiedPage> readings = SingleObjectSerde.of(ClassifiedPage.class);
        private final DigitClassifier classifier;
        private final PageClassifier pages;
        private final Drill drill;

        private Classifying(DigitClassifier classifier, Drill drill) {
            this.classifier = classifier;
            this.drill = drill;
            pages = new PageClassifier(classifier);
        }

        @Override
        public void run(byte[] record, Parts parts) throws Exception {
            drill.act(STAGE, record);
            try {
                ClassifiedPage page = pages.classify(glyphs.deserializer().deserialize("", record));
                parts.add(readings.serializer().serialize("", page));
            } catch (InvalidGlyphException e) {
                throw new Refusal(ClassifyFault.GLYPH_INVALID.name(), ClassifyFault.GLYPH_INVALID.message(e));
            } catch (SerializationException e) {
                throw new Refusal(StreamFault.RECORD_UNREADABLE.name(), StreamFault.RECORD_UNREADABLE.message(e));
            }
        }

        @Override
        public void close() {
            classifier.close();
        }
    }
}
