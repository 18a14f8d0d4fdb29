package io.penstock.app.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.command.PenstockCommand;
import io.penstock.app.config.Settings;
import io.penstock.app.evaluate.Truth;
import io.penstock.app.read.DirectReader;
import io.penstock.app.stage.Stage;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.Source;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.segment.SegmentOutcome;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.train.data.IdxFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people answered comes out as labelled pictures that the other commands take, and as a listing; and nothing else comes out. */
class CorrectionExportTest {

    /** A name that nobody should meet among the files, nor in a spreadsheet as a formula. */
    private static final String CHEQUE = "=../../etc/passwd\",x";
    private static final String CARD = "card";

    @TempDir
    private static Path folder;
    private static EmbeddedBroker broker;
    private static TopicCatalogue topics;
    private static Producer<String, byte[]> producer;
    private static String zip;

    @BeforeAll
    static void peopleHaveAnswered() throws Exception {
        broker = EmbeddedBroker.temporary();
        Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of());
        KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
        topics = clients.topics();
        clients.createTopics();
        clients.publishSchemas();
        producer = clients.producer();
        List<RecognizedNumber> cheque = new ArrayList<>();
        RecognizedNumber card;
        try (DirectReader reader = new DirectReader(settings, List.of(form("us-zip-card"), form("us-cheque")))) {
            cheque.addAll(read(reader, CHEQUE, "us-cheque-0005.pdf"));
            card = read(reader, CARD, "us-zip-card-0007.png").get(0);
        }
        zip = card.getText();
        RecognizedNumber date = cheque.get(0);
        RecognizedNumber amount = cheque.get(1);
        answer(card, "zip", "anna", zip);
        number(of(card, "zip").setText(zip));
        number(of(date, "date").setStatus(NumberStatus.EMPTY).setText("").setReasons(List.of("ILLEGIBLE")));
        number(of(date, "blank").setStatus(NumberStatus.EMPTY).setText("").setReasons(List.of()));
        answer(amount, "amount", "anna", "12.00");
        number(of(amount, "amount").setText("1200").setValue("12.00"));
        answer(amount, "amount", "ben", "69.00");
        number(of(amount, "amount").setText("6900").setValue("69.00"));
        answer(amount, "account", "anna", "4711");
        number(of(amount, "account").setKind(FieldKind.ACCOUNT).setField("account").setText("4711").setValue("4711"));
        number(of(amount, "no-value").setText("6900").setValue(null).setReasons(List.of("RULE_VIOLATED_BY_PERSON")));
        number(of(amount, "wrong-place").setStatus(NumberStatus.EMPTY).setText("").setReasons(List.of("WRONG_PLACE")));
        number(of(amount, "gone").setPage(7).setText("6900").setValue("69.00"));
        answer(amount, "forgotten", "anna", "4712");
        keyedFirst();
        producer.flush();
    }

    private static FormDefinition form(String name) throws Exception {
        return new FormParser().parse(name, Files.readString(Path.of("..", "forms", name + ".yaml")));
    }

    private static List<RecognizedNumber> read(DirectReader reader, String document, String sample) throws Exception {
        Page page = Page.newBuilder(reader.pages(Path.of("..", "samples", sample), null, null).get(0)).setDocument(document).build();
        SegmentedPage segmented = ((SegmentOutcome.Segmented) reader.segment(page)).page();
        send(topics.pages(), document, page);
        send(topics.glyphs(), document, segmented);
        List<RecognizedNumber> numbers = reader.numbers(segmented);
        numbers.forEach(number -> number(RecognizedNumber.newBuilder(number).setReview(number.getField())));
        return numbers;
    }

    private static RecognizedNumber.Builder of(RecognizedNumber machine, String review) {
        return RecognizedNumber.newBuilder(machine).setReview(review).setSource(Source.HUMAN).setStatus(NumberStatus.ACCEPTED)
            .setReasons(List.of()).setConfidence(null);
    }

    private static void number(RecognizedNumber.Builder number) {
        send(topics.numbers(), number.getDocument(), number.build());
    }

    private static void answer(RecognizedNumber number, String review, String reviewer, String text) {
        send(topics.corrections(), review, Correction.newBuilder().setReview(review).setDocument(number.getDocument())
            .setOutcome(CorrectionOutcome.TEXT).setText(text).setReviewer(reviewer).setCorrectedAt(Instant.ofEpochSecond(100))
            .setTookMillis(1500L).setId(review + " by " + reviewer).build());
    }

    /** A second person is still to come. */
    private static void keyedFirst() {
        Correction given = Correction.newBuilder().setReview("zip").setDocument("").setOutcome(CorrectionOutcome.TEXT).setText("10001")
            .setReviewer("").setCorrectedAt(Instant.EPOCH).build();
        send(topics.leases(), "zip", new LeaseRequest("keyed", "zip", LeaseAction.ANSWER, "taken", "carl", Instant.EPOCH, given));
        for (LeaseAction action : List.of(LeaseAction.TAKE, LeaseAction.ANSWER)) {
            send(topics.decisions(), "zip", LeaseDecision.newBuilder().setRequest(action == LeaseAction.TAKE ? "taken" : "keyed")
                .setReview("zip").setAction(action).setReviewer("carl")
                .setDecidedAt(Instant.ofEpochSecond(action == LeaseAction.TAKE ? 50 : 60)).build());
        }
    }

    private static <V> void send(Topic<V> topic, String key, V value) {
        producer.send(new ProducerRecord<>(topic.name(), key, topic.values().serializer().serialize(topic.name(), value)));
    }

    @AfterAll
    static void stop() {
        producer.close();
        broker.close();
    }

    @Test
    void theLastAnswerLabelsItsPictureAndWhatMustNotLeaveOrIsNotCertainDoesNot() throws Exception {
        Path out = folder.resolve("labelled");
        Path audit = folder.resolve("audit.csv");
        assertThat(run("corrections", "export", "--out", out.toString(), "--audit", audit.toString()).toString())
            .contains("not written: 1 of [account], 1 whose page is not kept any more, 2 that are no certain label");

        assertThat(Truth.read(out.resolve("amount/truth.csv"))).singleElement().satisfies(truth -> {
            assertThat(truth.value()).isEqualTo("69.00");
            assertThat(truth.typed()).isTrue();
            assertThat(truth.scan()).isRegularFile();
        });
        assertThat(Truth.read(out.resolve("date/truth.csv"))).extracting(Truth::written).containsExactlyInAnyOrder("?", "_");
        assertThat(Truth.read(out.resolve("date/truth.csv"))).noneMatch(Truth::isReadable).extracting(Truth::document)
            .containsOnly(Truth.read(out.resolve("amount/truth.csv")).get(0).document());
        assertThat(Truth.read(out.resolve("zip/truth.csv"))).extracting(Truth::value).containsExactly(zip);
        assertThat(IdxFile.digits(out.resolve("digits/corrections/images-idx3-ubyte"), out.resolve("digits/corrections/labels-idx1-ubyte"))
            .labels()).contains(digits(zip));
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.map(file -> out.relativize(file).toString()))
                .noneMatch(name -> name.contains("passwd") || name.contains("account"));
        }

        assertThat(Files.readAllLines(audit)).filteredOn(line -> line.contains("zip")).extracting(line -> line.split(",")[2])
            .containsExactly("SAW", "KEYED", "ANSWERED");
        assertThat(Files.readString(audit)).contains(",ben,ANSWERED,", "69.00", "12.00", "1500", "\"'=../../etc/passwd\"\",x\"")
            .doesNotContain("4711", "4712");
    }

    @Test
    void theOtherCommandsTakeItAsItIs() throws Exception {
        Path out = folder.resolve("taken");
        run("corrections", "export", "--pages", "--out", out.toString());

        Path json = folder.resolve("report");
        run("evaluate", "numbers", "--forms", "../forms", "--truth", out.resolve("pages/truth.csv").toString(), "--report",
            json.toString());
        JsonNode report = new ObjectMapper().readTree(json.resolve("numbers.json").toFile());
        assertThat(List.of("zip", "amount")).allMatch(field -> report.path("byField").path(field).path("right").intValue() == 1);
        run("evaluate", "numbers", "--verbose", "--as", "zip", "--forms", "../forms", "--truth", out.resolve("zip/truth.csv").toString());
        run("evaluate", "digits", "--images", out.resolve("digits/corrections/images-idx3-ubyte").toString(), "--labels",
            out.resolve("digits/corrections/labels-idx1-ubyte").toString());
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(there.resolve("file"), "mine");
        StringWriter err = new StringWriter();
        assertThat(PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute("corrections", "export", "--out", there.toString()))
            .isEqualTo(2);
        assertThat(PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute("corrections", "export", "--out",
            folder.resolve("new").toString(), "--audit", there.resolve("file").toString())).isEqualTo(2);
        assertThat(there.resolve("file")).hasContent("mine");
    }

    private static byte[] digits(String text) {
        byte[] digits = new byte[text.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (text.charAt(i) - '0');
        }
        return digits;
    }

    /** Returns what a command says on stderr. */
    private static StringWriter run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (arguments[0].equals("corrections")) {
            all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        }
        StringWriter err = new StringWriter();
        assertThat(PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute(all.toArray(String[]::new))).as(err.toString())
            .isZero();
        return err;
    }
}
