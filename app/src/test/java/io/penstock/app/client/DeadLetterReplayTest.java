package io.penstock.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.DeadLetterBox.Entry;
import io.penstock.app.client.DeadLetterReplay.Report;
import io.penstock.app.client.DeadLetterReplay.Result;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replays on a broker; each test has topics of its own. */
class DeadLetterReplayTest {

    private static EmbeddedBroker broker;
    private static int tests;

    private KafkaClients clients;
    private TopicCatalogue topics;

    @BeforeAll
    static void startBroker() throws IOException, InterruptedException {
        broker = EmbeddedBroker.temporary();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics() throws InterruptedException {
        Settings settings = Settings.of(List.of(PipelineConfig.DEFINITION), null, Map.of(),
            Map.of("topics.prefix", "replay" + tests++ + ".", "topics.partitions", "2", "kafka.max.block.ms", "3000"));
        clients = new KafkaClients(settings, broker.bootstrapServers());
        topics = settings.pipeline().topics();
        clients.createTopics();
    }

    @Test
    void aLetterIsSentToWhereItCameFromWithItsHeadersAndOnlyOnce() throws Exception {
        die(submit("a.pdf", new byte[] {1, 2}), "a.pdf", new byte[] {1, 2}, "TIMEOUT");
        assertThat(replay(false, letter -> true)).extracting(Report::result).containsExactly(Result.REPLAYED);
        assertThat(replay(false, letter -> true)).isEmpty();
        List<ConsumerRecord<String, byte[]>> documents = read(topics.documents());
        assertThat(documents).hasSize(2);
        assertThat(documents.get(1).key()).isEqualTo("a.pdf");
        assertThat(documents.get(1).value()).containsExactly(1, 2);
        assertThat(documents.get(1).headers()).isEqualTo(headers());
        assertThat(letters()).singleElement().matches(Entry::replayed);
    }

    @Test
    void aDocumentThatDiesAgainIsReplayedAgain() throws Exception {
        die(submit("a.pdf", new byte[] {1}), "a.pdf", new byte[] {1}, "TIMEOUT");
        replay(false, letter -> true);
        ConsumerRecord<String, byte[]> again = read(topics.documents()).get(1);
        die(new Place(again.partition(), again.offset()), "a.pdf", new byte[] {1}, "TIMEOUT");
        assertThat(replay(false, letter -> true)).extracting(Report::result).containsExactly(Result.REPLAYED);
        assertThat(letters()).hasSize(2).allMatch(Entry::replayed);
    }

    @Test
    void aPointerFetchesTheBytesFromWhereTheyLie() throws Exception {
        byte[] large = new byte[40_000_000];
        large[7] = 7;
        die(submit("large.pdf", large), "large.pdf", large, "TIMEOUT");
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.bytes()).isEmpty();
            assertThat(letter.sourceBytes()).isEqualTo(large.length);
        });
        assertThat(replay(false, letter -> true)).extracting(Report::result).containsExactly(Result.REPLAYED);
        assertThat(read(topics.documents())).hasSize(2).allSatisfy(document -> {
            assertThat(document.value()).isEqualTo(large);
            assertThat(document.headers()).isEqualTo(headers());
        });
    }

    @Test
    void bytesThatAreGoneAreReportedAndTheOthersReplayed() throws Exception {
        die(submit("large.pdf", new byte[3]), "large.pdf", new byte[2_000_000], "TIMEOUT");
        die(new Place(0, 4711), "other.pdf", new byte[2_000_000], "TIMEOUT");
        die(submit("a.pdf", new byte[] {1}), "a.pdf", new byte[] {1}, "TIMEOUT");
        assertThat(replay(false, letter -> true)).extracting(Report::document, report -> report.result().name())
            .containsExactlyInAnyOrder(tuple("large.pdf", "GONE"),
                tuple("other.pdf", "GONE"), tuple("a.pdf", "REPLAYED"));
    }

    @Test
    void anOlderSubmissionNeverGoesOverANewerOneUnlessToldTo() throws Exception {
        die(submit("a.pdf", new byte[] {1}), "a.pdf", new byte[] {1}, "TIMEOUT");
        submit("a.pdf", new byte[] {2});
        assertThat(replay(false, letter -> true)).extracting(Report::result).containsExactly(Result.SUPERSEDED);
        assertThat(read(topics.documents())).hasSize(2);
        assertThat(replay(true, letter -> true)).extracting(Report::result).containsExactly(Result.REPLAYED);
        assertThat(read(topics.documents())).last().satisfies(document -> assertThat(document.value()).containsExactly(1));
    }

    @Test
    void ofTwoLettersOfADocumentTheNewerIsReplayed() throws Exception {
        die(submit("a.pdf", new byte[] {1}), "a.pdf", new byte[] {1}, "TIMEOUT");
        die(submit("a.pdf", new byte[] {2}), "a.pdf", new byte[] {2}, "TIMEOUT");
        assertThat(replay(false, letter -> true)).extracting(Report::result).containsExactly(Result.SUPERSEDED, Result.REPLAYED);
    }

    @Test
    void aLetterThatTheClusterDoesNotTakeIsReportedAndTheOthersReplayed() throws Exception {
        DeadLetter lost = new DeadLetter("ingest", "TIMEOUT", "", "no-such-topic", 0, 3);
        send(new ProducerRecord<>(topics.deadLetters().name(), 0, "lost", new byte[1], lost.addTo(headers())));
        die(submit("a.pdf", new byte[] {1}), "a.pdf", new byte[] {1}, "CRASHED");
        assertThat(replay(false, letter -> true)).extracting(Report::document, report -> report.result().name())
            .containsExactlyInAnyOrder(tuple("lost", "FAILED"),
                tuple("a.pdf", "REPLAYED"));
        assertThat(replay(false, letter -> letter.why().code().equals("CRASHED"))).isEmpty();
    }

    private record Place(int partition, long offset) {
    }

    private static Headers headers() {
        return new RecordHeaders().add("form", "tally".getBytes(StandardCharsets.UTF_8));
    }

    private Place submit(String document, byte[] bytes) throws Exception {
        RecordMetadata at = send(new ProducerRecord<>(topics.documents().name(), null, document, bytes, headers()));
        return new Place(at.partition(), at.offset());
    }

    private void die(Place place, String document, byte[] bytes, String code) throws Exception {
        Letter letter = Letter.of(new DeadLetter("ingest", code, "", topics.documents().name(), place.partition(), place.offset()),
            document, bytes, headers());
        send(new ProducerRecord<>(topics.deadLetters().name(), null, document, letter.value(), letter.headers()));
    }

    private RecordMetadata send(ProducerRecord<String, byte[]> record) throws Exception {
        try (Producer<String, byte[]> producer = clients.producer()) {
            return producer.send(record).get();
        }
    }

    private List<Report> replay(boolean superseding, Predicate<Entry> chosen) {
        List<Report> reports = new ArrayList<>();
        new DeadLetterReplay(clients, topics, superseding).replay(chosen, reports::add);
        return reports;
    }

    private List<Entry> letters() {
        List<Entry> entries = new ArrayList<>();
        new DeadLetterBox(clients, topics).forEach(entries::add);
        return entries;
    }

    private List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topic))) {
            reader.forEach(records::add);
        }
        return records;
    }
}
