package io.penstock.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentTopologyTest {

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private TopologyTestDriver driver;
    private TestInputTopic<String, String> forms;
    private TestInputTopic<String, Page> pages;
    private TestOutputTopic<String, SegmentedPage> glyphs;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "segment-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        driver = new TopologyTestDriver(SegmentTopology.of(topics), settings);
        forms = driver.createInputTopic(topics.forms().name(), Serdes.String().serializer(), Serdes.String().serializer());
        pages = driver.createInputTopic(topics.pages().name(), Serdes.String().serializer(), topics.pages().values().serializer());
        glyphs = driver.createOutputTopic(topics.glyphs().name(), Serdes.String().deserializer(), topics.glyphs().values().deserializer());
        deadLetters = driver.createOutputTopic(topics.deadLetters().name(), Serdes.String().deserializer(),
            Serdes.ByteArray().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void readsAFormAsSoonAsItsDefinitionIsPublishedAndNoLongerOnceWithdrawn() throws IOException {
        Page page = new DrawnForm(DrawnForm.shipped("us-zip-card"), 6, 0).page("card.png");

        pages.pipeInput("card.png", page);
        forms.pipeInput("us-zip-card", Files.readString(Path.of("..", "forms", "us-zip-card.yaml")));
        pages.pipeInput("card.png", page);
        forms.pipeInput("us-zip-card", (String) null);
        pages.pipeInput("card.png", page);

        assertThat(glyphs.readValuesToList()).extracting(result -> result.getFields().size()).containsExactly(0, 1, 0);
    }

    @Test
    void aDefinitionThatCannotBeUsedDoesNotStopTheOthers() throws IOException {
        forms.pipeInput("broken", "form: [");
        forms.pipeInput("us-zip-card", Files.readString(Path.of("..", "forms", "us-zip-card.yaml")));

        pages.pipeInput("card.png", new DrawnForm(DrawnForm.shipped("us-zip-card"), 6, 0).page("card.png"));

        assertThat(glyphs.readValue().getMatch().getForm()).isEqualTo("us-zip-card");
    }

    @Test
    void aPageThatCannotBeDecodedBecomesADeadLetterAndTheStreamGoesOn() {
        pages.pipeInput("bad.png", DrawnForm.page("bad.png", new byte[] {1, 2, 3}, 10, 10));
        pages.pipeInput("good.png", new DrawnForm(DrawnForm.shipped("us-zip-card"), 6, 0).page("good.png"));

        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo("bad.png");
        assertThat(DeadLetter.of(letter.headers())).satisfies(why -> {
            assertThat(why.stage()).isEqualTo("segment");
            assertThat(why.code()).isEqualTo("IMAGE_UNREADABLE");
        });
        assertThat(topics.pages().values().deserializer().deserialize("", letter.value()).getDocument()).isEqualTo("bad.png");
        assertThat(glyphs.readKeyValue().key).isEqualTo("good.png");
    }
}
