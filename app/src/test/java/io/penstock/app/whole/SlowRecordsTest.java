package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.drill.DrillDocument;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.isolate.drill.Act;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that take seconds each, all there at once: no two of them share a transaction, which would outlive its time. */
@Tag("alone")
class SlowRecordsTest {

    private static final int DOCUMENTS = 4;
    /** What one of them takes; two in a transaction would be seen together. */
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    private Path state;

    @Test
    void eachIsCommittedByItselfAndReadOnce() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "2",
                "isolation.drills", "true", "isolation.page.seconds", "4", "ingest.limit.seconds", "5"));
            TopicCatalogue topics = settings.pipeline().topics();
            KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
            clients.createTopics();
            clients.publishSchemas();
            try (Producer<String, byte[]> producer = clients.producer()) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    producer.send(new ProducerRecord<>(topics.documents().name(), i % 2, "slow-" + i,
                        new DrillDocument("ingest", Act.SLOW).png())).get();
                }
            }
            try (Pipeline pipeline = Pipeline.start(Set.of(Stage.INGEST), settings, broker.bootstrapServers(), state);
                 TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.pages()))) {
                Map<String, Long> seen = new LinkedHashMap<>();
                long deadline = System.nanoTime() + MOST.toNanos();
                while (seen.size() < DOCUMENTS) {
                    assertThat(System.nanoTime()).as("pages of " + seen.keySet()).isLessThan(deadline);
                    assertThat(pipeline.failure()).isEmpty();
                    for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(20))) {
                        assertThat(seen.put(record.key(), System.nanoTime())).as(record.key()).isNull();
                    }
                }
                assertThat(reader.poll(SLOW)).isEmpty();
                assertThat(pipeline.trouble()).isEmpty();
                assertThat(pipeline.waiting()).isEmpty();
                assertThat(pipeline.state()).matches("ingest: RUNNING, 2 partitions, last commit \\d s ago, 0 records wait");
                List<Long> times = List.copyOf(seen.values());
                assertThat(IntStream.range(1, DOCUMENTS).mapToObj(i -> Duration.ofNanos(times.get(i) - times.get(i - 1))))
                    .allSatisfy(gap -> assertThat(gap).isGreaterThan(SLOW.dividedBy(2)));
            }
        }
    }
}
