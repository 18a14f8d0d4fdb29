package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.penstock.app.Numbers;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code examples}, each run as its own process on a broker, against what documents, people and machines do. */
class ExamplesTest {

    private static final String ODD = "p \"quoted\"\n<script>/2/1";

    @TempDir
    private static Path classes;
    private static ExampleCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        ExampleProgram.compile(classes);
        cluster = new ExampleCluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void everyPieceIsSortedOnceAndLiesWhereTheLastAnswerSays() throws Exception {
        try (ExampleProgram sorter = ExampleProgram.start(classes, "PostalSorter", cluster.servers(), "a")) {
            cluster.send(cluster.topics().numbers(), "p-garbage", "no record".getBytes(StandardCharsets.UTF_8));
            cluster.send(cluster.topics().numbers(), "p-other", cluster.topics().corrections().values().serializer()
                .serialize("", correction("p-other", "r", "ann", "1")));
            number(zip("p-sure", 1, "94103"));
            number(zip("p-sure", 1, "94103"));
            number(zip("p-two", 1, "94103"));
            number(zip("p-two", 1, "").setCopy(2).setStatus(NumberStatus.REVIEW));
            number(zip("p-blank", 1, "").setStatus(NumberStatus.EMPTY));
            number(zip("p-illegible", 1, "").setStatus(NumberStatus.EMPTY).setSource(Source.HUMAN).setReasons(List.of("ILLEGIBLE")));
            number(zip("p-invalid", 1, "").setText("9410").setValue(null).setSource(Source.HUMAN).setReasons(
                List.of("RULE_VIOLATED_BY_PERSON")));
            number(zip("p-sample", 1, "94103").setReasons(List.of("QUALITY_SAMPLE")));
            number(zip("p-again", 1, "").setStatus(NumberStatus.REVIEW));
            number(zip("p-again", 2, "10001"));
            number(zip("p-again", 1, "60601").setSource(Source.HUMAN));
            number(zip("p-expired", 1, "").setStatus(NumberStatus.REVIEW));
            number(Numbers.number("p-lost", 1, 1, 0, 1).setField(null));
            number(zip("p-found", 1, "").setField(null).setStatus(NumberStatus.REVIEW));
            number(zip(ODD, 1, "").setStatus(NumberStatus.REVIEW));
            cluster.await("sorting", sorter);
            number(zip("p-sample", 1, "60601").setSource(Source.HUMAN).setReasons(List.of("QUALITY_SAMPLE_MISREAD")));
            number(zip(ODD, 1, "00501").setSource(Source.HUMAN));
            result("p-expired", 1, 1, DocumentStatus.EXPIRED);
            result("p-refused", 1, 1, DocumentStatus.REFUSED);
            result("p-again", 1, 1, DocumentStatus.SUPERSEDED);
            number(Numbers.number("p-lost", 1, 1, 0, 1).setField(null).setStatus(NumberStatus.EMPTY).setSource(Source.HUMAN)
                .setReasons(List.of("ILLEGIBLE")));
            number(zip("p-found", 1, "94103"));
            result("p-found", 1, 1, DocumentStatus.COMPLETE);
            result("p-early", 1, 1, DocumentStatus.EXPIRED);
            cluster.await("sorting", sorter);
            number(zip("p-early", 1, "").setStatus(NumberStatus.REVIEW));
            cluster.await("sorting", sorter);
        }
        assertThat(sorted("p-")).containsExactlyInAnyOrder("p-sure 1/1 1 SORT 941/9", "p-two 1/1 1 SORT 941/9", "p-two 1/2 1 HOLD",
            "p-blank 1/1 1 SORT hand", "p-illegible 1/1 1 SORT hand", "p-invalid 1/1 1 SORT hand",
            "p-sample 1/1 1 SORT 941/9", "p-sample 1/1 2 REROUTE 606/6 from 941/9",
            "p-again 1/1 1 HOLD", "p-again 1/1 2 SORT 100/1",
            "p-expired 1/1 1 HOLD", "p-expired 1/1 2 SORT hand", "p-expired 0/0 1 SORT hand", "p-refused 0/0 1 SORT hand",
            "p-lost 1/0 1 HOLD", "p-lost 1/0 2 SORT hand",
            "p-found 1/0 1 HOLD", "p-found 1/1 1 SORT 941/9", "p-found 1/0 2 NOTHING",
            "p-early 0/0 1 SORT hand", "p-early 1/1 1 SORT hand");
        assertThat(sorted(ODD)).containsExactly(ODD + " 1/1 1 HOLD", ODD + " 1/1 2 SORT 005/0");
        assertThat(cluster.lines("sorting", "penstock.numbers-")).hasSize(2)
            .allMatch(line -> line.path("why").textValue().equals("UNREADABLE"));
    }

    @Test
    void aSorterThatIsKilledOrHangsLosesAndDoublesNoPieceAndOneThatWakesUpWritesNoMore() throws Exception {
        int pieces = 1500;
        send(0, pieces / 3);
        ExampleProgram first = ExampleProgram.start(classes, "PostalSorter", cluster.servers(), "a");
        cluster.awaitLag("sorting", pieces / 4);
        first.close();
        send(pieces / 3, 2 * pieces / 3);
        try (ExampleProgram again = ExampleProgram.start(classes, "PostalSorter", cluster.servers(), "a");
             ExampleProgram other = ExampleProgram.start(classes, "PostalSorter", cluster.servers(), "b")) {
            cluster.await("sorting", again);
            again.pause();
            send(2 * pieces / 3, pieces);
            cluster.await("sorting", other);
            again.resume();
            send(pieces, pieces + 10);
            cluster.await("sorting", other);
        }
        List<JsonNode> lines = cluster.lines("sorting", "many-");
        assertThat(lines).hasSize(pieces + 10);
        assertThat(lines.stream().map(line -> line.path("document").textValue()).distinct()).hasSize(pieces + 10);
    }

    private static void send(int from, int to) {
        for (int i = from; i < to; i++) {
            number(zip("many-" + i, 1, "94103"));
        }
    }

    @Test
    void aChequeIsPaidOnceWithTwoPeopleAboveTheLimitAndAWrongLineIsReversed() throws Exception {
        ExampleProgram clearing = ExampleProgram.start(classes, "ChequeClearing", cluster.servers(), "1000");
        cluster.send(cluster.topics().results(), "c-garbage", new byte[] {(byte) 0xC3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        correct("c-early", "anna", "5000.00");
        correct("c-early", "ben", "5,000.-");
        cheque("c-small", 1, 1, "69.00", Source.MACHINE);
        cheque("c-small", 1, 1, "69.00", Source.MACHINE);
        cheque("c-machine", 1, 1, "5000.00", Source.MACHINE);
        for (String document : List.of("c-one", "c-same", "c-differ", "c-two")) {
            cheque(document, 1, 1, "5000.00", Source.HUMAN);
        }
        cluster.await("clearing", clearing);
        for (String document : List.of("c-one", "c-same", "c-differ", "c-two")) {
            correct(document, "anna", "5000.00");
        }
        correct("c-same", "Anna ", "5000.00");
        correct("c-differ", "ben", "500.00");
        correct("c-two", "ben", "5000");
        cluster.send(cluster.topics().corrections(), "r", agreed("c-keyed", "5000.00"));
        cheque("c-wrong", 1, 1, "690.00", Source.MACHINE);
        result("c-expired", 1, 1, DocumentStatus.EXPIRED);
        result("c-late", 2, 1, DocumentStatus.COMPLETE, numbers("c-late", 2, 1, 1, "7.00", Source.MACHINE));
        result("c-late", 1, 1, DocumentStatus.SUPERSEDED, numbers("c-late", 1, 1, 1, "8.00", Source.MACHINE));
        result("c-fewer", 1, 1, DocumentStatus.COMPLETE, numbers("c-fewer", 1, 1, 1, "1.00", Source.MACHINE),
            numbers("c-fewer", 1, 1, 2, "2.00", Source.MACHINE), numbers("c-fewer", 1, 2, 1, "3.00", Source.MACHINE));
        cluster.await("clearing", clearing);
        clearing.close();

        try (ExampleProgram again = ExampleProgram.start(classes, "ChequeClearing", cluster.servers(), "1000")) {
            cheque("c-early", 1, 1, "5000.00", Source.HUMAN);
            cheque("c-keyed", 1, 1, "5000.00", Source.HUMAN);
            correct("c-one", "ben", "5000.00");
            cheque("c-wrong", 1, 2, "6.90", Source.HUMAN);
            cheque("c-wrong", 1, 1, "690.00", Source.MACHINE);
            cheque("c-small", 1, 2, "", Source.HUMAN);
            cheque("c-expired", 2, 1, "5.00", Source.MACHINE);
            result("c-fewer", 2, 1, DocumentStatus.PARTIAL, numbers("c-fewer", 2, 1, 1, "1.00", Source.MACHINE),
                List.of(Numbers.number("c-fewer", 2, 2, 0, 1).setField(null).setSubmission(submission(2)).build()));
            cluster.await("clearing", again);
        }
        assertThat(cleared("c-")).containsExactlyInAnyOrder("c-small 1/1 1 CLEAR 69.00", "c-small 1/1 2 REVERSE 69.00",
            "c-small 1/1 3 HOLD NO_AMOUNT", "c-machine 1/1 1 HOLD 5000.00 TWO_PEOPLE",
            "c-one 1/1 1 HOLD 5000.00 TWO_PEOPLE", "c-one 1/1 2 CLEAR 5000.00", "c-same 1/1 1 HOLD 5000.00 TWO_PEOPLE",
            "c-differ 1/1 1 HOLD 5000.00 TWO_PEOPLE", "c-two 1/1 1 HOLD 5000.00 TWO_PEOPLE", "c-two 1/1 2 CLEAR 5000.00",
            "c-early 1/1 1 CLEAR 5000.00", "c-keyed 1/1 1 CLEAR 5000.00", "c-wrong 1/1 1 CLEAR 690.00", "c-wrong 1/1 2 REVERSE 690.00",
            "c-wrong 1/1 3 CLEAR 6.90",
            "c-expired 0/0 1 HOLD EXPIRED []", "c-expired 0/0 2 DROP", "c-expired 1/1 1 CLEAR 5.00", "c-late 1/1 1 CLEAR 7.00",
            "c-fewer 1/1 1 CLEAR 1.00", "c-fewer 1/2 1 CLEAR 2.00", "c-fewer 2/1 1 CLEAR 3.00", "c-fewer 1/2 2 REVERSE 2.00",
            "c-fewer 2/0 1 HOLD PAGE []");
        assertThat(cluster.lines("clearing", "penstock.results-")).hasSize(1);
    }

    private static List<String> sorted(String document) throws Exception {
        return cluster.lines("sorting", document).stream().map(line -> text(line, "document", "piece", "line", "kind")
            + (text(line, "lane").isEmpty() ? "" : " " + (text(line, "sortCode").isEmpty() ? "" : text(line, "sortCode") + "/")
            + text(line, "lane")) + (text(line, "from").isEmpty() ? "" : " from " + text(line, "from"))).toList();
    }

    private static List<String> cleared(String document) throws Exception {
        return cluster.lines("clearing", document).stream().map(line -> text(line, "document", "cheque", "line", "kind", "amount", "why"))
            .toList();
    }

    private static String text(JsonNode line, String... fields) {
        return String.join(" ", List.of(fields).stream().map(field -> line.path(field).asText()).filter(text -> !text.isEmpty()).toList());
    }

    private static RecognizedNumber.Builder zip(String document, int submission, String zip) {
        return Numbers.number(document, 1, 1, 0, 1).setSubmission(submission(submission)).setField("zip").setKind(FieldKind.ZIP)
            .setText(zip).setValue(zip).setStatus(NumberStatus.ACCEPTED);
    }

    private static void number(RecognizedNumber.Builder number) {
        RecognizedNumber built = number.build();
        cluster.send(cluster.topics().numbers(), built.getDocument(), built);
    }

    private static void cheque(String document, int submission, int version, String amount, Source source) {
        result(document, submission, version, DocumentStatus.COMPLETE, numbers(document, submission, 1, 1, amount, source));
    }

    private static List<RecognizedNumber> numbers(String document, int submission, int page, int copy, String amount, Source source) {
        RecognizedNumber.Builder field = Numbers.number(document, page, 2, 0, 2).setSubmission(submission(submission)).setCopy(copy)
            .setStatus(NumberStatus.ACCEPTED);
        RecognizedNumber date = RecognizedNumber.newBuilder(field).setField("date").setKind(FieldKind.DATE).setValue("2026-11-27").build();
        return List.of(date, RecognizedNumber.newBuilder(field).setField("amount").setKind(FieldKind.AMOUNT).setSource(source)
            .setStatus(amount.isEmpty() ? NumberStatus.EMPTY : NumberStatus.ACCEPTED).setValue(amount.isEmpty() ? null : amount)
            .setReview("review of " + document).build());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // each is read only
    private static void result(String document, int submission, int version, DocumentStatus status, List<RecognizedNumber>... numbers) {
        cluster.send(cluster.topics().results(), document, new RecognizedDocument(document, submission(submission), 2,
            List.of(numbers).stream().flatMap(List::stream).toList(), Instant.EPOCH, status, version, List.of()));
    }

    private static void correct(String document, String reviewer, String text) {
        Correction correction = correction(document, "review of " + document, reviewer, text);
        cluster.send(cluster.topics().corrections(), correction.getReview(), correction);
    }

    private static Correction correction(String document, String review, String reviewer, String text) {
        return Correction.newBuilder().setReview(review).setDocument(document).setOutcome(CorrectionOutcome.TEXT).setText(text)
            .setReviewer(reviewer).setCorrectedAt(Instant.EPOCH).build();
    }

    /** Two people were asked, each blind: the second sent it. */
    private static Correction agreed(String document, String text) {
        return Correction.newBuilder(correction(document, "review of " + document, "ben", text)).setConfirmedBy(List.of("anna")).build();
    }

    private static Submission submission(int number) {
        return new Submission("penstock.documents", 0, (long) number, Instant.ofEpochSecond(number), "submission-" + number);
    }
}
