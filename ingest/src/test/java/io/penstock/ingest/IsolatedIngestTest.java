package io.penstock.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.isolate.Isolation;
import io.penstock.isolate.drill.Act;
import io.penstock.isolate.drill.Drill;
import io.penstock.schema.Page;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.TopicCatalogue;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stage with documents read in child processes: what a document does to its reader becomes a code, and the next one is read. */
class IsolatedIngestTest {

    private static final byte[] PNG = Scans.encode(Scans.picture(BufferedImage.TYPE_BYTE_GRAY), "png");
    private static final List<Act> ACTS = List.of(Act.HANG, Act.CRASH, Act.ALLOCATE, Act.ERROR, Act.OVERFLOW);
    private static final List<String> CODES = List.of("TIMEOUT", "CRASHED", "OUT_OF_MEMORY", "INTERNAL", "INTERNAL");

    private final TopicCatalogue topics = TopicCatalogue.standard();

    @Test
    @Timeout(60)
    void aGoodDocumentAfterEachPoisonIsReadAsWithoutIt() {
        Map<String, String> settings = Map.of("isolation.page.seconds", "1", "isolation.memory.mb", "512", "isolation.drills", "true");
        try (TopologyTestDriver driver = new TopologyTestDriver(
                IngestTopology.of(topics, Isolation.of(IngestConfig.DEFINITION, settings)), new Properties())) {
            TestInputTopic<String, byte[]> documents = driver.createInputTopic(topics.documents().name(),
                topics.documents().keys().serializer(), topics.documents().values().serializer());
            for (Act act : ACTS) {
                documents.pipeInput(act.name(), Drill.order("ingest", act).getBytes(StandardCharsets.US_ASCII));
                documents.pipeInput("good", PNG);
            }
            List<TestRecord<String, byte[]>> letters = driver.createOutputTopic(topics.deadLetters().name(),
                topics.deadLetters().keys().deserializer(), topics.deadLetters().values().deserializer()).readRecordsToList();
            assertThat(letters).extracting(TestRecord::key).containsExactlyElementsOf(ACTS.stream().map(Act::name).toList());
            assertThat(letters).extracting(letter -> DeadLetter.of(letter.headers()).code()).containsExactlyElementsOf(CODES);
            List<Page> pages = driver.createOutputTopic(topics.pages().name(), topics.pages().keys().deserializer(),
                topics.pages().values().deserializer()).readValuesToList();
            assertThat(pages).hasSize(ACTS.size()).allSatisfy(page -> assertThat(page.getImage().array()).isEqualTo(PNG));
        }
    }
}
