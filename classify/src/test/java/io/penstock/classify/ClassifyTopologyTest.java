package io.penstock.classify;

import static io.penstock.classify.TestPages.field;
import static io.penstock.classify.TestPages.glyph;
import static io.penstock.classify.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Glyph;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassifyTopologyTest {

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private final Recorder classifier = new Recorder();
    private TopologyTestDriver driver;
    private TestInputTopic<String, SegmentedPage> glyphs;
    private TestOutputTopic<String, ClassifiedPage> readings;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(ClassifyTopology.of(topics, () -> classifier), new Properties());
        glyphs = driver.createInputTopic(topics.glyphs().name(), new StringSerializer(), topics.glyphs().values().serializer());
        readings = driver.createOutputTopic(topics.readings().name(), new StringDeserializer(), topics.readings().values().deserializer());
        deadLetters = driver.createOutputTopic(topics.deadLetters().name(), new StringDeserializer(),
            topics.deadLetters().values().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void allInkedGlyphsOfAPageAreOneBatchAndEachGetsItsOwnDistribution() {
        glyphs.pipeInput("a.pdf", page(field("x", inked(3), blank(), inked(5)), field("y", inked(7))));
        ClassifiedPage page = readings.readValue();
        assertThat(classifier.batches).containsExactly(3);
        assertThat(page.getFields().get(0).getGlyphs()).extracting(glyph -> glyph.getDistribution().indexOf(1f)).containsExactly(3, -1, 5);
        assertThat(page.getFields().get(0).getGlyphs().get(1).getDistribution()).isEmpty();
        assertThat(page.getFields().get(1).getGlyphs().get(0).getDistribution()).hasSize(DigitClassifier.CLASSES).startsWith(0f);
        assertThat(page.getModel()).isEqualTo("recorder@000000000000");
    }

    @Test
    void whatIsNotAGlyphPassesUnchanged() {
        SegmentedPage sent = page(field("x", inked(1)));
        glyphs.pipeInput("a.pdf", sent);
        ClassifiedPage page = readings.readValue();
        assertThat(page.getDocument()).isEqualTo(sent.getDocument());
        assertThat(page.getSubmission()).isEqualTo(sent.getSubmission());
        assertThat(page.getFields().get(0).getRules()).isEqualTo(sent.getFields().get(0).getRules());
        assertThat(page.getFields().get(0).getSnippet()).isEqualTo(sent.getFields().get(0).getSnippet());
        assertThat(page.getFields().get(0).getNodes()).isEqualTo(2);
    }

    @Test
    void aPageWithoutGlyphsIsPassedOnWithoutAskingTheClassifier() {
        glyphs.pipeInput("a.pdf", SegmentedPage.newBuilder(page()).setReasons(List.of("NO_FORM_MATCHES")).build());
        assertThat(readings.readValue().getReasons()).containsExactly("NO_FORM_MATCHES");
        assertThat(classifier.batches).isEmpty();
    }

    @Test
    void aGlyphOfAWrongSizeMakesADeadLetterAndTheStreamGoesOn() {
        SegmentedPage bad = page(field("x", glyph(false, new byte[100])));
        glyphs.pipeInput("bad.pdf", bad);
        glyphs.pipeInput("good.pdf", page(field("x", inked(1))));
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        DeadLetter why = DeadLetter.of(letter.headers());
        assertThat(letter.key()).isEqualTo("bad.pdf");
        assertThat(letter.value()).isEqualTo(topics.glyphs().values().serializer().serialize("", bad));
        assertThat(why.stage()).isEqualTo("classify");
        assertThat(why.code()).isEqualTo("GLYPH_INVALID");
        assertThat(why.message()).contains("100 bytes");
        assertThat(why.topic()).isEqualTo(topics.glyphs().name());
        assertThat(readings.readKeyValue().key).isEqualTo("good.pdf");
    }

    @Test
    void theClassifierIsClosedWithItsTask() {
        Recorder other = new Recorder();
        new TopologyTestDriver(ClassifyTopology.of(topics, () -> other), new Properties()).close();
        assertThat(other.closed).isTrue();
    }

    @Test
    void theShippedEnsembleReadsThroughTheTopology() {
        try (TopologyTestDriver shipped = new TopologyTestDriver(
                ClassifyTopology.of(topics, ClassifyConfig.of(Map.of())), new Properties())) {
            shipped.createInputTopic(topics.glyphs().name(), new StringSerializer(), topics.glyphs().values().serializer())
                .pipeInput("a.pdf", page(field("x", glyph(false, DrawnGlyph.zero()))));
            ClassifiedPage page = shipped.createOutputTopic(topics.readings().name(), new StringDeserializer(),
                topics.readings().values().deserializer()).readValue();
            assertThat(page.getFields().get(0).getGlyphs().get(0).getDistribution().get(0)).isGreaterThan(0.5f);
            assertThat(page.getModel()).startsWith("digits@");
        }
    }

    /** Returns a glyph that {@link Recorder} takes for a digit. */
    private static Glyph inked(int digit) {
        byte[] pixels = new byte[DigitClassifier.GLYPH_BYTES];
        pixels[0] = (byte) digit;
        return glyph(false, pixels);
    }

    private static Glyph blank() {
        return glyph(true, new byte[0]);
    }

    /** Answers with the digit in the first pixel and keeps the sizes of the batches. */
    private static final class Recorder implements DigitClassifier {

        private final List<Integer> batches = new ArrayList<>();
        private boolean closed;

        @Override
        public float[][] classify(List<byte[]> glyphs) {
            batches.add(glyphs.size());
            float[][] answers = new float[glyphs.size()][CLASSES];
            for (int i = 0; i < answers.length; i++) {
                if (glyphs.get(i).length != GLYPH_BYTES) {
                    throw new InvalidGlyphException("glyph", i, glyphs.get(i).length, GLYPH_BYTES);
                }
                answers[i][glyphs.get(i)[0]] = 1;
            }
            return answers;
        }

        @Override
        public String version() {
            return "recorder@000000000000";
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
