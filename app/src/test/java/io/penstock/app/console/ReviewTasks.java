package io.penstock.app.console;

import io.penstock.app.client.Delivery;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.schema.Box;
import io.penstock.schema.Correction;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import io.penstock.schema.topic.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Tasks for people, as the sink asks them. */
final class ReviewTasks {

    private ReviewTasks() {
    }

    /** Asks about a ZIP code of each of some documents, with a picture that no browser can show. */
    static void send(KafkaClients clients, int count) throws InterruptedException {
        send(clients, count, ByteBuffer.wrap(new byte[] {7, 7, 7}));
    }

    /** The same, with a picture. */
    static void send(KafkaClients clients, int count, ByteBuffer snippet) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, byte[]> producer = clients.producer()) {
            for (int i = 0; i < count; i++) {
                String document = "d" + i + ".pdf";
                sent.add(send(producer, clients.topics().reviews(), document + "/s1/1/zip", ReviewTask.newBuilder(
                    task(document, document + "/s1/1/zip")).setSnippet(snippet).build()));
            }
            Delivery.await(producer, sent, "cannot send tasks");
        }
    }

    static <V> Future<RecordMetadata> send(Producer<String, byte[]> producer, Topic<V> topic, String key, V value) {
        return producer.send(new ProducerRecord<>(topic.name(), key, topic.values().serializer().serialize(topic.name(), value)));
    }

    static ReviewTask task(String document, String review) {
        return ReviewTask.newBuilder().setId(review).setNumber(number(document, review, "zip", 0).build())
            .setRules(FieldRules.newBuilder().setKind(FieldKind.ZIP).build()).setSnippet(ByteBuffer.wrap(new byte[] {7, 7, 7}))
            .setCreatedAt(Instant.now()).build();
    }

    static RecognizedNumber.Builder number(String document, String review, String field, int index) {
        return RecognizedNumber.newBuilder().setDocument(document).setSubmission(submission()).setPage(1).setPages(1).setIndex(index)
            .setSiblings(document.equals("d0.pdf") ? 2 : 1).setField(field).setKind(FieldKind.ZIP).setText("94103").setRaw("94103")
            .setValue("94103").setConfidence(0.5).setStatus(NumberStatus.REVIEW).setReasons(List.of("LOW_CONFIDENCE"))
            .setSource(Source.MACHINE).setReview(review).setModel("m").setBox(new Box(1, 2, 10, 5)).setDecidedAt(Instant.now());
    }

    static Submission submission() {
        return new Submission("penstock.documents", 0, 0L, Instant.parse("2026-01-05T08:00:00Z"), "s1");
    }

    /** Returns all corrections that stand on their topic. */
    static List<Correction> corrections(KafkaClients clients) {
        List<Correction> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(clients.topics().corrections()))) {
            do {
                for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
                    found.add(TopicReader.value(clients.topics().corrections(), record));
                }
            } while (!reader.isAtEnd());
        }
        return found;
    }
}
