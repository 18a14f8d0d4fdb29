package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.process.ProcessFailure;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.serde.SchemaSource;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages on a broker beside a schema registry: records of writers that they do not ship, in both formats. */
class OtherWritersTest {

    private static final Path SAMPLE = Path.of("..", "samples", "us-zip-card-0007.png");
    private static final Path FORM = Path.of("..", "forms", "us-zip-card.yaml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;
    private static Apicurio registry;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        registry = Apicurio.start(folder);
        broker = EmbeddedBroker.temporary();
    }

    @AfterAll
    static void stop() {
        broker.close();
        registry.close();
    }

    @Test
    void aRecordWhoseSchemaStandsOnTheTopicIsReadAndOneWhoseSchemaNobodyKnowsIsNot() throws Exception {
        Settings settings = settings("other.", Map.of());
        KafkaClients clients = clients(settings);
        TopicCatalogue topics = clients.topics();
        clients.createTopics();
        clients.publishSchemas();
        Schema newer = correction("published");
        try (Pipeline sink = Pipeline.start(EnumSet.of(Stage.SINK), settings, broker.bootstrapServers(), folder.resolve("other"));
             Producer<String, byte[]> producer = clients.producer();
             TopicReader letters = new TopicReader(clients.consumer(), List.of(topics.deadLetters()))) {
            send(producer, topics.corrections(), "nobody-knows", singleObject(correction("unpublished"), "nobody-knows"));
            producer.send(new ProducerRecord<>(topics.schemas().name(),
                SchemaSource.name(SchemaNormalization.parsingFingerprint64(newer)), newer.toString().getBytes(StandardCharsets.UTF_8)))
                .get();
            send(producer, topics.corrections(), "newer", singleObject(newer, "newer"));

            // the sink has read what it answers with the code of a review that it does not know
            assertThat(codes(letters, 2)).isEqualTo(Map.of("nobody-knows", "RECORD_UNREADABLE", "newer", "UNKNOWN_REVIEW"));
            assertThat(sink.failure()).isEmpty();
            assertThat(topics.corrections().values().deserializer().deserialize("", singleObject(newer, "")).getText()).isEqualTo("94103");
        }
    }

    @Test
    void everyRecordCarriesTheIdThatTheRegistryGaveItsSchema() throws Exception {
        Settings settings = settings("confluent.", Map.of("avro.encoding", "confluent", "schema.registry.url", registry.url()));
        KafkaClients clients = clients(settings);
        TopicCatalogue topics = clients.topics();
        clients.createTopics();
        clients.publishSchemas();
        Set<String> subjects = new HashSet<>();
        JSON.readTree(registry.get("/subjects")).forEach(subject -> subjects.add(subject.textValue()));
        assertThat(subjects).contains("confluent.pages-value", "confluent.glyphs-value", "confluent.readings-value",
            "confluent.numbers-value", "confluent.results-value", "confluent.reviews-value", "confluent.corrections-value");
        publishForm(clients, topics);
        try (Pipeline pipeline = Pipeline.start(Stage.reading(), settings, broker.bootstrapServers(), folder.resolve("stages"));
             Producer<String, byte[]> producer = clients.producer();
             TopicReader numbers = new TopicReader(clients.consumer(), List.of(topics.numbers()));
             TopicReader letters = new TopicReader(clients.consumer(), List.of(topics.deadLetters()))) {
            producer.send(new ProducerRecord<>(topics.documents().name(), "card", Files.readAllBytes(SAMPLE))).get();
            ConsumerRecord<String, byte[]> number = next(numbers);
            RecognizedNumber typed = TopicReader.value(topics.numbers(), number);
            assertThat(number.value()[0]).isZero();
            int id = ByteBuffer.wrap(number.value()).getInt(1);

            JsonNode answer = JSON.readTree(registry.get("/schemas/ids/" + id));
            JsonNode version = JSON.readTree(registry.get("/subjects/confluent.numbers-value/versions/latest"));
            assertThat(version.path("id").intValue()).isEqualTo(id);
            Schema schema = new Schema.Parser().parse(answer.path("schema").textValue());
            assertThat(schema).isEqualTo(new Schema.Parser().parse(RecognizedNumber.getClassSchema().toString()));
            GenericRecord plain = new GenericDatumReader<GenericRecord>(schema).read(null,
                DecoderFactory.get().binaryDecoder(number.value(), 5, number.value().length - 5, null));
            assertThat(plain.get("document")).hasToString("card");
            assertThat(plain.get("text")).hasToString(typed.getText());
            System.out.println("OtherWritersTest: GET /schemas/ids/" + id + ": " + answer.toString().substring(0, 160) + " …");

            Schema newer = correction("registered");
            send(producer, topics.corrections(), "newer", confluent(newer, "newer", register("confluent.corrections-value", newer)));
            send(producer, topics.corrections(), "no-such-id", confluent(newer, "no-such-id", 4711));
            send(producer, topics.corrections(), "other-format", singleObject(Correction.getClassSchema(), "other-format"));
            assertThat(codes(letters, 3)).isEqualTo(Map.of("newer", "UNKNOWN_REVIEW", "no-such-id", "RECORD_UNREADABLE", "other-format",
                "UNKNOWN_REVIEW"));

            // a page where a reading belongs: what is lost with it is known all the same
            try (TopicReader pages = new TopicReader(clients.consumer(), List.of(topics.pages()))) {
                send(producer, topics.readings(), "card", next(pages).value());
            }
            ConsumerRecord<String, byte[]> letter = next(letters);
            assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("RECORD_UNREADABLE");
            assertThat(LostPage.of(letter.headers())).isPresent();
            assertThat(pipeline.failure()).isEmpty();
        }
    }

    @Test
    void whereNoRegistryAnswersTheStartSaysSo() throws Exception {
        Settings settings = settings("silent.", Map.of("avro.encoding", "confluent", "schema.registry.url", "http://127.0.0.1:1",
            "schema.timeout.ms", "300"));
        KafkaClients clients = clients(settings);
        clients.createTopics();
        assertThatThrownBy(clients::publishSchemas).isInstanceOfSatisfying(ProcessFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(ProcessFailure.Code.SCHEMAS_UNAVAILABLE);
            assertThat(failure).hasMessageContaining("http://127.0.0.1:1");
        });
    }

    @Test
    void whereTheTopicOfSchemasIsMissingTheStartSaysSo() throws Exception {
        KafkaClients clients = clients(settings("missing.", Map.of()));
        assertThatThrownBy(clients::publishSchemas).isInstanceOfSatisfying(ProcessFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(ProcessFailure.Code.SCHEMAS_UNAVAILABLE);
            assertThat(failure).hasMessageContaining("missing.schemas").hasMessageContaining("topics create");
        });
    }

    private static void publishForm(KafkaClients clients, TopicCatalogue topics) throws Exception {
        try (Producer<String, byte[]> producer = clients.producer()) {
            FormPublisher.publish(producer, topics.forms().name(), FormFiles.read(List.of(FORM)));
        }
    }

    private static Settings settings(String prefix, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(Map.of("topics.partitions", "1", "topics.prefix", prefix, "streams.application.prefix", prefix));
        return Settings.of(Stage.definitions(), null, Map.of(), all);
    }

    private static KafkaClients clients(Settings settings) {
        return new KafkaClients(settings, broker.bootstrapServers());
    }

    /** Returns the schema of corrections with a field more. */
    private static Schema correction(String field) {
        String json = Correction.getClassSchema().toString();
        int at = json.indexOf("\"fields\":[") + "\"fields\":[".length();
        return new Schema.Parser().parse(json.substring(0, at) + "{\"name\":\"" + field + "\",\"type\":\"string\",\"default\":\"\"},"
            + json.substring(at));
    }

    private static GenericRecord record(Schema schema, String review) {
        GenericRecordBuilder builder = new GenericRecordBuilder(schema).set("review", review).set("document", "d").set("text", "94103")
            .set("outcome", new GenericData.EnumSymbol(schema.getField("outcome").schema(), CorrectionOutcome.TEXT.name()))
            .set("reviewer", "ann").set("correctedAt", 1L);
        schema.getFields().stream().filter(field -> field.name().endsWith("ed")).forEach(field -> builder.set(field, "new"));
        return builder.build();
    }

    private static byte[] singleObject(Schema schema, String review) throws Exception {
        ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(new GenericData(), schema).encode(record(schema, review));
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }

    private static byte[] confluent(Schema schema, String review, int id) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record(schema, review), encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static int register(String subject, Schema schema) throws Exception {
        String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
        return JSON.readTree(registry.post("/subjects/" + subject + "/versions", body)).path("id").intValue();
    }

    private static void send(Producer<String, byte[]> producer, Topic<?> topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }

    private static ConsumerRecord<String, byte[]> next(TopicReader reader) {
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < deadline;) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(50))) {
                return record;
            }
        }
        throw new AssertionError("nothing came");
    }

    private static Map<String, String> codes(TopicReader letters, int count) {
        Map<String, String> codes = new HashMap<>();
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); codes.size() < count && System.nanoTime() < deadline;) {
            letters.poll(Duration.ofMillis(50)).forEach(letter -> codes.put(letter.key(), DeadLetter.of(letter.headers()).code()));
        }
        return codes;
    }
}
