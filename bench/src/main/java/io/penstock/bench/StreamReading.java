package io.penstock.bench;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.files.TemporaryFolder;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The pipeline as {@code read} and {@code up} run it: an embedded broker and every stage as a Kafka Streams application, kept warm. */
final class StreamReading implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final TopicCatalogue topics;
    private final TemporaryFolder state;
    private final EmbeddedBroker broker;
    private final Pipeline pipeline;
    private final Producer<String, byte[]> producer;
    private final TopicReader reader;

    /** Starts everything and returns when the stages take records. */
    StreamReading(Settings settings, Workload workload) throws IOException, InterruptedException {
        topics = settings.pipeline().topics();
        state = TemporaryFolder.create("penstock-bench-");
        broker = EmbeddedBroker.temporary();
        KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
        clients.createTopics();
        producer = clients.producer();
        FormPublisher.publish(producer, topics.forms().name(), workload.forms());
        pipeline = Pipeline.start(EnumSet.allOf(Stage.class), settings, broker.bootstrapServers(), state.path());
        pipeline.awaitRunning(START);
        reader = new TopicReader(clients.consumer(), List.of(topics.numbers(), topics.deadLetters()));
    }

    /**
     * Submits documents and waits for the last of their numbers.
     *
     * @param expected what there is in the documents
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what is lost does not come back, and the round says so
    Round read(List<Workload.Document> documents, Count expected) {
        Map<String, Workload.Document> waitedFor = documents.stream().collect(Collectors.toMap(Workload.Document::id, Function.identity()));
        Round.Clock clock = new Round.Clock();
        for (Workload.Document document : documents) {
            producer.send(new ProducerRecord<>(topics.documents().name(), document.id(), document.bytes()));
        }
        long numbers = 0;
        long lastNews = System.nanoTime();
        while (numbers < expected.numbers()) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                numbers += accept(record, waitedFor);
                lastNews = System.nanoTime();
            }
            pipeline.failure().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            if (System.nanoTime() - lastNews > SILENCE.toNanos()) {
                throw new IllegalStateException("silence after " + numbers + " of " + expected.numbers() + " numbers");
            }
        }
        return clock.stop(expected);
    }

    private int accept(ConsumerRecord<String, byte[]> record, Map<String, Workload.Document> waitedFor) {
        if (!waitedFor.containsKey(record.key())) {
            return 0;
        }
        if (record.topic().equals(topics.deadLetters().name())) {
            throw new IllegalStateException(record.key() + " became a dead letter: benchmarks need documents that can be read");
        }
        RecognizedNumber number = TopicReader.value(topics.numbers(), record);
        return number.getDocument().equals(record.key()) ? 1 : 0;
    }

    @Override
    public void close() {
        reader.close();
        producer.close();
        pipeline.close();
        broker.close();
        state.close();
    }
}
