package io.penstock.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final int PAGE_OF_40_MEGABYTES = 40 * 1024 * 1024;

    private final Settings settings = Settings.of(List.of(PipelineConfig.DEFINITION), null, Map.of(), Map.of());
    private final TopicCatalogue topics = settings.pipeline().topics();

    @Test
    void dataSurvivesARestartAndRecordsMayBeLarge(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.in(folder, 0)) {
            KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
            assertThat(clients.createTopics()).hasSize(topics.all().size());
            assertThat(clients.createTopics()).isEmpty();
            send(clients, new ProducerRecord<>(topics.documents().name(), "large.pdf", new byte[PAGE_OF_40_MEGABYTES]));
        }
        try (EmbeddedBroker broker = EmbeddedBroker.in(folder, 0)) {
            KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
            assertThat(read(clients, topics.documents())).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo("large.pdf");
                assertThat(record.value()).hasSize(PAGE_OF_40_MEGABYTES);
            });
        }
    }

    private static void send(KafkaClients clients, ProducerRecord<String, byte[]> record) throws Exception {
        try (Producer<String, byte[]> producer = clients.producer()) {
            producer.send(record).get();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(KafkaClients clients, Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topic))) {
            do {
                reader.poll(Duration.ofMillis(200)).forEach(records::add);
            } while (!reader.isAtEnd());
        }
        return records;
    }
}
