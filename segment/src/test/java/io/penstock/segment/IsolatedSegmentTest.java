package io.penstock.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.isolate.Isolation;
import io.penstock.isolate.drill.Act;
import io.penstock.isolate.drill.Drill;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** The stage with pages read in child processes: what a page does to its reader becomes a code, and the next one is read. */
@Timeout(60)
class IsolatedSegmentTest {

    private static final Map<String, String> SETTINGS = Map.of("isolation.page.seconds", "2", "isolation.memory.mb", "768",
        "isolation.drills", "true", "segment.limit.pixels", "20000000");
    private static final List<Act> ACTS = List.of(Act.STALL, Act.CRASH, Act.ALLOCATE_NATIVE, Act.ERROR);
    private static final List<String> CODES = List.of("TIMEOUT", "CRASHED", "OUT_OF_MEMORY", "SEGMENT_FAILED");

    private final TopicCatalogue topics = TopicCatalogue.standard();

    @Test
    void aGoodPageAfterEachPoisonIsReadAsOnAThread() throws IOException {
        Page good = new DrawnForm(DrawnForm.shipped("us-zip-card"), 6, 0).page("good.png");
        try (TopologyTestDriver isolated = new TopologyTestDriver(SegmentTopology.of(topics,
                Isolation.of(SegmentConfig.DEFINITION, SETTINGS)), new Properties());
             TopologyTestDriver plain = new TopologyTestDriver(SegmentTopology.of(topics), new Properties())) {
            applyForm(isolated);
            applyForm(plain);
            pages(plain).pipeInput("good.png", good);
            for (Act act : ACTS) {
                byte[] order = Drill.order("segment", act).getBytes(StandardCharsets.US_ASCII);
                pages(isolated).pipeInput(act.name(), DrawnForm.page(act.name(), order, 10, 10));
                pages(isolated).pipeInput("good.png", good);
            }
            List<TestRecord<String, byte[]>> letters = letters(isolated);
            assertThat(letters).extracting(letter -> DeadLetter.of(letter.headers()).code()).containsExactlyElementsOf(CODES);
            assertThat(letters).allSatisfy(letter -> assertThat(LostPage.of(letter.headers())).get()
                .extracting(LostPage::page).isEqualTo(1));
            assertThat(glyphs(isolated)).hasSize(ACTS.size()).containsOnly(glyphs(plain).get(0));
        }
    }

    @Test
    void whatAPageSaysAboutItsSizeIsNotBelieved() {
        try (TopologyTestDriver driver = new TopologyTestDriver(SegmentTopology.of(topics,
                Isolation.of(SegmentConfig.DEFINITION, SETTINGS)), new Properties())) {
            pages(driver).pipeInput("bomb.png", DrawnForm.page("bomb.png", blank(5000, 5000), 10, 10));
            assertThat(DeadLetter.of(letters(driver).get(0).headers()).code()).isEqualTo("IMAGE_UNREADABLE");
        }
    }

    @Test
    void bytesThatAreNoPageAreADeadLetterWithThem() {
        byte[] rubbish = "no Avro".getBytes(StandardCharsets.US_ASCII);
        try (TopologyTestDriver driver = new TopologyTestDriver(SegmentTopology.of(topics), new Properties())) {
            driver.createInputTopic(topics.pages().name(), Serdes.String().serializer(), new ByteArraySerializer())
                .pipeInput("a", rubbish);
            TestRecord<String, byte[]> letter = letters(driver).get(0);
            assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("RECORD_UNREADABLE");
            assertThat(letter.value()).isEqualTo(rubbish);
        }
    }

    private static byte[] blank(int width, int height) {
        MatOfByte png = new MatOfByte();
        Mat paper = Mat.zeros(height, width, CvType.CV_8UC1);
        Imgcodecs.imencode(".png", paper, png);
        byte[] bytes = png.toArray();
        paper.release();
        png.release();
        return bytes;
    }

    private void applyForm(TopologyTestDriver driver) throws IOException {
        driver.createInputTopic(topics.forms().name(), Serdes.String().serializer(), Serdes.String().serializer())
            .pipeInput("us-zip-card", Files.readString(Path.of("..", "forms", "us-zip-card.yaml")));
    }

    private TestInputTopic<String, Page> pages(TopologyTestDriver driver) {
        return driver.createInputTopic(topics.pages().name(), Serdes.String().serializer(), topics.pages().values().serializer());
    }

    private List<SegmentedPage> glyphs(TopologyTestDriver driver) {
        return driver.createOutputTopic(topics.glyphs().name(), Serdes.String().deserializer(), topics.glyphs().values().deserializer())
            .readValuesToList();
    }

    private List<TestRecord<String, byte[]>> letters(TopologyTestDriver driver) {
        return driver.createOutputTopic(topics.deadLetters().name(), Serdes.String().deserializer(), Serdes.ByteArray().deserializer())
            .readRecordsToList();
    }
}
