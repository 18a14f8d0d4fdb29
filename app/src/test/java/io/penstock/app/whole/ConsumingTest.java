package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.penstock.app.Numbers;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.serde.SchemaSource;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/consuming.md, cut out of the page and run as they stand there. */
class ConsumingTest {

    private static final Path PAGE = Path.of("..", "docs", "consuming.md");
    private static final String LINE = "card.png zip 94103";

    @TempDir
    private static Path folder;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void aNumberStandsOnTheTopic() throws Exception {
        broker = EmbeddedBroker.temporary();
        Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of());
        KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
        TopicCatalogue topics = clients.topics();
        clients.createTopics();
        clients.publishSchemas();
        try (Producer<String, byte[]> producer = clients.transactionalProducer("test")) {
            producer.initTransactions();
            producer.beginTransaction();
            byte[] number = topics.numbers().values().serializer().serialize(topics.numbers().name(), number());
            producer.send(new ProducerRecord<>(topics.numbers().name(), "card.png", number)).get();
            producer.commitTransaction();
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void java() throws Exception {
        Path source = Files.writeString(folder.resolve("Numbers.java"), example("java", 0));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"),
            "-d", folder.toString(), source.toString())).isZero();
        assertThat(run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            folder + System.getProperty("path.separator") + System.getProperty("java.class.path"), "Numbers", broker.bootstrapServers()))
            .endsWith(LINE + "\n");
    }

    @Test
    void kcat() throws Exception {
        String schemas = example("sh", 0);
        String numbers = example("sh", 1);
        assertThat(schemas).startsWith("kcat -C ").contains(" -t penstock.schemas ");
        assertThat(numbers).startsWith("kcat -C ").contains(" -t penstock.numbers ", "isolation.level=read_committed");
        assumeTrue(isThere("kcat", "-V"), "kcat is not installed: its commands were not run");
        Schema number = RecognizedNumber.getClassSchema();
        assertThat(run("sh", "-c", here(schemas))).contains(SchemaSource.name(SchemaNormalization.parsingFingerprint64(number))
            + " {\"type\":\"record\",\"name\":\"RecognizedNumber\"");
        assertThat(run("sh", "-c", here(numbers))).contains("card.png");
    }

    @Test
    void python() throws Exception {
        String python = System.getProperty("penstock.python", "python3");
        Path program = Files.writeString(folder.resolve("read_numbers.py"), example("python", 0));
        assumeTrue(isThere("kcat", "-V"), "kcat is not installed: the example in Python was not run");
        assumeTrue(isThere(python, "-c", "import fastavro"),
            "python3 with fastavro is not installed: the example was not run; name one with -Dpenstock.python");
        assertThat(run(python, program.toString(), broker.bootstrapServers())).isEqualTo(LINE + "\n");
    }

    private static RecognizedNumber number() {
        return Numbers.number("card.png", 1, 1, 0, 1).setField("zip").setText("94103").build();
    }

    /** Returns an example of the page. */
    private static String example(String language, int number) throws IOException {
        Matcher blocks = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(PAGE));
        for (int i = 0; i <= number; i++) {
            assertThat(blocks.find()).isTrue();
        }
        return blocks.group(1);
    }

    private static String here(String command) {
        return command.replace("localhost:9092", broker.bootstrapServers());
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(Files.readString(err)).isTrue();
        return new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1);
    }
}
