package io.penstock.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.classify.ensemble.ToyEnsembles;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotReloadTest {

    private static final int PATIENCE = 1000;

    @TempDir
    private Path folder;

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private final List<String> sent = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();

    @Test
    void anEnsembleThatIsPublishedTakesOverBetweenTwoPagesAndEachPageIsAnsweredOnceInOrder() throws Exception {
        String first = ToyEnsembles.publish(folder, "toy", 4);
        try (TopologyTestDriver driver = driver()) {
            readUntil(driver, first);
            String second = ToyEnsembles.publish(folder, "toy", 5);
            readUntil(driver, second);
            assertThat(versions).containsOnly(first, second).isSortedAccordingTo((a, b) -> a.equals(b) ? 0 : a.equals(first) ? -1 : 1);
            assertThat(answered).isEqualTo(sent);
        }
    }

    @Test
    void aBrokenEnsembleLeavesTheOldOneInPlaceUntilOneThatLoadsIsPublished() throws Exception {
        String first = ToyEnsembles.publish(folder, "toy", 4);
        try (TopologyTestDriver driver = driver()) {
            readUntil(driver, first);
            String broken = ToyEnsembles.publish(folder, Ensemble.uncalibrated("toy", List.of("0123456789ab")));
            for (int i = 0; i < 20; i++) {
                read(driver);
            }
            String good = ToyEnsembles.publish(folder, "toy", 6);
            readUntil(driver, good);
            assertThat(versions).containsOnly(first, good).doesNotContain(broken);
            assertThat(answered).isEqualTo(sent);
        }
    }

    @Test
    void anEnsembleThatIsNotThereIsNamedBeforeAnythingStarts() throws IOException {
        ToyEnsembles.publish(folder, "toy", 4);
        config("toy").verify();
        assertThatThrownBy(() -> config("nosuch").verify()).isInstanceOf(ModelException.class)
            .hasMessageStartingWith("MODEL_NOT_FOUND: no nosuch.ensemble.json in " + folder);
    }

    private TopologyTestDriver driver() {
        return new TopologyTestDriver(ClassifyTopology.of(topics, config("toy")), new Properties());
    }

    private ClassifyConfig config(String ensemble) {
        return ClassifyConfig.of(Map.of("classify.models", folder.toString(), "classify.ensemble", ensemble,
            "classify.reload.interval.ms", "2"));
    }

    private void readUntil(TopologyTestDriver driver, String version) throws InterruptedException {
        for (int i = 0; i < PATIENCE && (versions.isEmpty() || !versions.get(versions.size() - 1).equals(version)); i++) {
            read(driver);
            Thread.sleep(10);
        }
        assertThat(versions).last().isEqualTo(version);
    }

    private void read(TopologyTestDriver driver) {
        TestInputTopic<String, SegmentedPage> glyphs =
            driver.createInputTopic(topics.glyphs().name(), new StringSerializer(), topics.glyphs().values().serializer());
        TestOutputTopic<String, ClassifiedPage> readings =
            driver.createOutputTopic(topics.readings().name(), new StringDeserializer(), topics.readings().values().deserializer());
        List<String> documents = IntStream.range(0, 3).mapToObj(i -> (sent.size() + i) + ".pdf").toList();
        documents.forEach(document -> glyphs.pipeInput(document, TestPages.page(TestPages.field("x",
            TestPages.glyph(false, DrawnGlyph.seven())))));
        sent.addAll(documents);
        for (KeyValue<String, ClassifiedPage> reading : readings.readKeyValuesToList()) {
            answered.add(reading.key);
            versions.add(reading.value.getModel());
        }
    }
}
