package io.penstock.classify;

import static io.penstock.classify.TestPages.field;
import static io.penstock.classify.TestPages.glyph;
import static io.penstock.classify.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.isolate.Isolation;
import io.penstock.isolate.drill.Act;
import io.penstock.isolate.drill.Drill;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stage with pages classified in child processes. */
class IsolatedClassifyTest {

    private static final Map<String, String> SETTINGS = Map.of("isolation.page.seconds", "2", "isolation.memory.mb", "1024",
        "isolation.drills", "true");
    private static final List<Act> ACTS = List.of(Act.HANG, Act.CRASH);
    private static final List<String> CODES = List.of("TIMEOUT", "CRASHED", "GLYPH_INVALID");

    private final TopicCatalogue topics = TopicCatalogue.standard();

    @Test
    @Timeout(90)
    void aGoodPageAfterEachPoisonIsReadAsOnAThread() {
        SegmentedPage good = page(field("x", glyph(false, DrawnGlyph.zero())));
        try (TopologyTestDriver isolated = new TopologyTestDriver(ClassifyTopology.of(topics,
                Isolation.of(ClassifyConfig.DEFINITION, SETTINGS)), new Properties());
             TopologyTestDriver plain = new TopologyTestDriver(ClassifyTopology.of(topics, ClassifyConfig.of(Map.of())),
                 new Properties())) {
            glyphs(plain).pipeInput("good", good);
            for (Act act : ACTS) {
                glyphs(isolated).pipeInput(act.name(),
                    SegmentedPage.newBuilder(page()).setReasons(List.of(Drill.order("classify", act))).build());
                glyphs(isolated).pipeInput("good", good);
            }
            glyphs(isolated).pipeInput("bad", page(field("x", glyph(false, new byte[100]))));
            assertThat(isolated.createOutputTopic(topics.deadLetters().name(), new StringDeserializer(),
                topics.deadLetters().values().deserializer()).readRecordsToList())
                .extracting(letter -> DeadLetter.of(letter.headers()).code()).containsExactlyElementsOf(CODES);
            assertThat(readings(isolated)).hasSize(ACTS.size()).containsOnly(readings(plain).get(0));
        }
    }

    private TestInputTopic<String, SegmentedPage> glyphs(TopologyTestDriver driver) {
        return driver.createInputTopic(topics.glyphs().name(), new StringSerializer(), topics.glyphs().values().serializer());
    }

    private List<ClassifiedPage> readings(TopologyTestDriver driver) {
        return driver.createOutputTopic(topics.readings().name(), new StringDeserializer(), topics.readings().values().deserializer())
            .readValuesToList();
    }
}
