package io.penstock.schema.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.serde.AvroFormat;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage that dies of a record and comes back; each driver is the stage once more, which reads its input from the first offset on. */
class CountedProcessorTest {

    @TempDir
    private Path folder;

    @Test
    void aRecordThatTheStageDiedOfThreeTimesIsADeadLetterAndTheNextIsProcessed() {
        for (int death = 0; death < 3; death++) {
            try (TopologyTestDriver driver = driver()) {
                assertThatThrownBy(() -> send(driver, "poison")).isInstanceOf(NoClassDefFoundError.class);
            }
        }
        try (TopologyTestDriver driver = driver()) {
            send(driver, "poison");
            send(driver, "good");
            TestRecord<String, String> letter = driver.createOutputTopic("dead", new StringDeserializer(), new StringDeserializer())
                .readRecord();
            assertThat(letter.value()).isEqualTo("poison");
            assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("CRASHED");
            assertThat(DeadLetter.of(letter.headers()).message()).contains("3 times");
            assertThat(out(driver)).isEqualTo("good");
        }
    }

    @Test
    void aStageThatDiesWithoutARecordAtHandBlamesNone() {
        for (int start = 0; start < 5; start++) {
            try (TopologyTestDriver driver = driver()) {
                send(driver, "good");
                assertThat(out(driver)).isEqualTo("good");
            }
        }
    }

    @Test
    void anExceptionIsNoDeath() {
        for (int start = 0; start < 5; start++) {
            try (TopologyTestDriver driver = driver()) {
                send(driver, "bad");
                assertThat(DeadLetter.of(driver.createOutputTopic("dead", new StringDeserializer(), new StringDeserializer()).readRecord()
                    .headers()).code()).isEqualTo("STAGE_FAILED");
            }
        }
    }

    private TopologyTestDriver driver() {
        Topology topology = new Topology();
        topology.addSource("source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("work", CountedProcessor.around(CountedProcessorTest::work), "source");
        topology.addSink("sink", "out", new StringSerializer(), new StringSerializer(), "work");
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "counted");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProcessingHandler.class);
        properties.putAll(new DeadLetterRoute("dead", "work", new PageRecords(AvroFormat.ofJar(1))).properties());
        return new TopologyTestDriver(topology, properties);
    }

    private static Processor<String, String, String, String> work() {
        return new ContextualProcessor<>() {
            @Override
            public void process(Record<String, String> record) {
                if (record.value().equals("poison")) {
                    throw new NoClassDefFoundError("as ordered");
                }
                if (record.value().equals("bad")) {
                    throw new IllegalStateException("as ordered");
                }
                context().forward(record);
            }
        };
    }

    private static void send(TopologyTestDriver driver, String value) {
        driver.createInputTopic("in", new StringSerializer(), new StringSerializer()).pipeInput("key", value);
    }

    private static String out(TopologyTestDriver driver) {
        return driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer()).readValue();
    }
}
