package io.penstock.sink;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.submission;
import static io.penstock.sink.SinkDriver.CLEAR;
import static io.penstock.sink.SinkDriver.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.DocumentState;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.sink.assemble.DocumentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every submission ends, once, whatever became of its pages. */
class DocumentEndsTest {

    @TempDir
    private Path state;
    private SinkDriver sink;
    private TestOutputTopic<String, RecognizedNumber> numbers;
    private TestOutputTopic<String, RecognizedDocument> results;
    private TestOutputTopic<String, ReviewTask> reviews;

    @BeforeEach
    void start() {
        sink = new SinkDriver(state);
        numbers = sink.numbers();
        results = sink.results();
        reviews = sink.reviews();
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void aPageThatIsLostIsReadByAPersonAndTheDocumentIsPartial() {
        announce(5, 2);
        read(5, 1, 2, CLEAR);
        lose(5, 2, 2, "CRASHED");

        RecognizedNumber whole = numbers.readValuesToList().get(1);
        assertThat(whole.getField()).isNull();
        assertThat(whole.getPage()).isEqualTo(2);
        assertThat(whole.getStatus()).isEqualTo(NumberStatus.REVIEW);
        assertThat(whole.getReasons()).containsExactly("CRASHED");
        assertThat(reviews.readValue().getId()).isEqualTo("doc/s5/2");
        assertThat(results.isEmpty()).isTrue();

        correct("doc/s5/2", CorrectionOutcome.ILLEGIBLE);
        RecognizedDocument result = results.readValue();
        assertThat(result.getStatus()).isEqualTo(DocumentStatus.PARTIAL);
        assertThat(result.getReasons()).containsExactly("ILLEGIBLE");
        assertThat(result.getVersion()).isEqualTo(1);
        assertThat(result.getNumbers()).hasSize(2);
    }

    @Test
    void aPageOnWhichNothingIsWrittenLeavesTheDocumentComplete() {
        read(5, 1, 2, CLEAR);
        lose(5, 2, 2, "CRASHED");
        correct("doc/s5/2", CorrectionOutcome.EMPTY);
        assertThat(results.readValue().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
    }

    @Test
    void aLostPageThatIsReplayedInTheEndIsReadByTheMachine() {
        lose(5, 1, 1, "OUT_OF_MEMORY");
        assertThat(reviews.readKeyValue().key).isEqualTo("doc/s5/1");
        read(5, 1, 1, CLEAR);
        assertThat(reviews.readRecord()).satisfies(closed -> {
            assertThat(closed.key()).isEqualTo("doc/s5/1");
            assertThat(closed.value()).isNull();
        });
        assertThat(results.readValue().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
        lose(5, 1, 1, "OUT_OF_MEMORY");
        assertThat(results.isEmpty() && reviews.isEmpty()).isTrue();
    }

    @Test
    void aRefusedDocumentHasAResultThatSaysSo() {
        lose(5, 0, 0, "PDF_ENCRYPTED");
        RecognizedDocument result = results.readValue();
        assertThat(result.getStatus()).isEqualTo(DocumentStatus.REFUSED);
        assertThat(result.getReasons()).containsExactly("PDF_ENCRYPTED");
        assertThat(result.getPages()).isZero();
        lose(5, 0, 0, "PDF_ENCRYPTED");
        assertThat(results.isEmpty()).isTrue();
    }

    @Test
    void aRefusedSubmissionThatIsSentOnceMoreIsReadAndItsResultIsTheSecond() {
        lose(5, 0, 0, "OUT_OF_MEMORY");
        announce(5, 1);
        read(5, 1, 1, CLEAR);
        assertThat(results.readValuesToList()).extracting(RecognizedDocument::getStatus, RecognizedDocument::getVersion)
            .containsExactly(tuple(DocumentStatus.REFUSED, 1), tuple(DocumentStatus.COMPLETE, 2));
    }

    @Test
    void aSubmissionThatIsOvertakenIsSupersededAndItsReviewsAreClosed() {
        announce(5, 1);
        read(5, 1, 1, UNCLEAR);
        assertThat(reviews.readValue().getId()).isEqualTo("doc/s5/1/count");
        announce(6, 1);
        assertThat(results.readValue()).extracting(RecognizedDocument::getStatus, RecognizedDocument::getSubmission)
            .containsExactly(DocumentStatus.SUPERSEDED, submission(5));
        assertThat(reviews.readRecord().value()).isNull();
        read(6, 1, 1, CLEAR);
        assertThat(results.readValue()).extracting(RecognizedDocument::getStatus, RecognizedDocument::getVersion)
            .containsExactly(DocumentStatus.COMPLETE, 1);
        read(5, 1, 1, UNCLEAR);
        announce(5, 1);
        assertThat(results.isEmpty() && reviews.isEmpty()).isTrue();
    }

    @Test
    void aSubmissionThatComesAfterALaterOneEndsAtOnce() {
        announce(6, 1);
        announce(5, 1);
        assertThat(results.readValue()).extracting(RecognizedDocument::getStatus, RecognizedDocument::getSubmission)
            .containsExactly(DocumentStatus.SUPERSEDED, submission(5));
        announce(5, 1);
        read(5, 1, 1, CLEAR);
        assertThat(results.isEmpty()).isTrue();
    }

    @Test
    void aSubmissionThatIsCompleteIsNotSupersededToo() {
        read(5, 1, 1, CLEAR);
        read(6, 1, 1, CLEAR);
        assertThat(results.readValuesToList()).extracting(result -> result.getSubmission().getId(), RecognizedDocument::getStatus)
            .containsExactly(tuple("s5", DocumentStatus.COMPLETE), tuple("s6", DocumentStatus.COMPLETE));
    }

    @Test
    void aTopicThatWasMadeAnewHidesNoDocument() {
        Submission before = new Submission("penstock.documents", 0, 900L, Instant.ofEpochMilli(1_000), "old");
        Submission anew = new Submission("penstock.documents", 0, 0L, Instant.ofEpochMilli(20_000), "new");
        sink.read("doc", before, 1, 1, CLEAR);
        sink.read("doc", anew, 1, 1, CLEAR);
        assertThat(results.readValuesToList()).extracting(result -> result.getSubmission().getId()).containsExactly("old", "new");
    }

    @Test
    void whatNobodyAnswersExpiresWithARecordAndAMetric() {
        announce(5, 2);
        read(5, 1, 2, UNCLEAR);
        assertThat(reviews.readValue().getId()).isEqualTo("doc/s5/1/count");
        sink.driver().advanceWallClockTime(Duration.ofDays(29));
        assertThat(results.isEmpty()).isTrue();
        sink.driver().advanceWallClockTime(Duration.ofDays(2));
        RecognizedDocument result = results.readValue();
        assertThat(result.getStatus()).isEqualTo(DocumentStatus.EXPIRED);
        assertThat(result.getReasons()).containsExactly("PAGES_MISSING", "REVIEWS_OPEN");
        assertThat(result.getNumbers()).hasSize(1);
        assertThat(reviews.readRecord().value()).isNull();
        assertThat(sink.driver().metrics().values()).anySatisfy(metric -> {
            assertThat(metric.metricName().name()).isEqualTo("expired-total");
            assertThat(metric.metricValue()).isEqualTo(1.0);
        });
        try (KeyValueIterator<String, byte[]> days = sink.driver().<String, byte[]>getKeyValueStore(DocumentStore.DAYS).all()) {
            assertThat(days.hasNext()).isFalse();
        }
    }

    @Test
    void aPageThatNeverCameExpiresWithoutOpenReviews() {
        announce(5, 2);
        read(5, 1, 2, CLEAR);
        sink.driver().advanceWallClockTime(Duration.ofDays(32));
        assertThat(results.readValue().getReasons()).containsExactly("PAGES_MISSING");
        assertThat(reviews.isEmpty()).isTrue();
    }

    @Test
    void theSamePageOnceMoreAsksAnewAndClosesNothing() {
        read(5, 1, 1, UNCLEAR);
        read(5, 1, 1, UNCLEAR);
        assertThat(reviews.readRecordsToList()).extracting(TestRecord::key, record -> record.value() == null)
            .containsExactly(tuple("doc/s5/1/count", false), tuple("doc/s5/1/count", false));
    }

    @Test
    void aRefusedSubmissionThatIsAnnouncedAfterAllIsAwaited() {
        lose(5, 0, 0, "OUT_OF_MEMORY");
        announce(5, 2);
        assertThat(sink.driver().<String, DocumentState>getKeyValueStore(DocumentStore.DOCUMENTS).get("doc").getOpen()).hasSize(2);
    }

    @Test
    void anAnsweredReviewIsNoLongerOpen() {
        read(5, 1, 1, UNCLEAR);
        correct("doc/s5/1/count", CorrectionOutcome.ILLEGIBLE);
        assertThat(reviews.readRecordsToList()).extracting(TestRecord::key, record -> record.value() == null)
            .containsExactly(tuple("doc/s5/1/count", false), tuple("doc/s5/1/count", true));
    }

    @Test
    void anAnswerThatMayMeanTwoNumbersIsNotTakenAndTheReviewStaysOpen() {
        read(5, 1, 1, comb("amount", rules(FieldKind.AMOUNT).setFraction(2).build(), "4:0.6/9:0.4 2 0 0"));
        numbers.readValuesToList();
        TestOutputTopic<String, byte[]> dead = deadLetters();
        sink.correct("doc", "doc/s5/1/amount", CorrectionOutcome.TEXT, "4200");
        assertThat(DeadLetter.of(dead.readRecord().headers()).code()).isEqualTo("ANSWER_UNCLEAR");
        assertThat(numbers.isEmpty() && results.isEmpty()).isTrue();
        sink.correct("doc", "doc/s5/1/amount", CorrectionOutcome.TEXT, "42.00");
        assertThat(numbers.readValue().getValue()).isEqualTo("42.00");
        assertThat(results.readValue().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
    }

    @Test
    void aPageThatTheDocumentDoesNotHaveIsADeadLetter() {
        TestOutputTopic<String, byte[]> dead = deadLetters();
        announce(5, 2);
        read(5, 3, 2, CLEAR);
        read(5, 0, 2, CLEAR);
        read(5, 1, 3, CLEAR);
        assertThat(dead.readRecordsToList()).hasSize(3).extracting(letter -> DeadLetter.of(letter.headers()).code())
            .containsOnly("DECODE_FAILED");
        assertThat(results.isEmpty()).isTrue();
    }

    private TestOutputTopic<String, byte[]> deadLetters() {
        Topic<byte[]> letters = TopicCatalogue.standard().deadLetters();
        return sink.driver().createOutputTopic(letters.name(), letters.keys().deserializer(), letters.values().deserializer());
    }

    @Test
    void aPageThatCannotBeDecodedIsReadByAPerson() {
        read(5, 1, 1, comb("date", rules(FieldKind.DATE).setDateOrder("DDMM").build(), "1 7 0 4"));
        assertThat(reviews.readValue().getNumber().getReasons()).containsExactly("DECODE_FAILED");
        correct("doc/s5/1", CorrectionOutcome.ILLEGIBLE);
        assertThat(results.readValue().getStatus()).isEqualTo(DocumentStatus.PARTIAL);
    }

    @Test
    void stateOfAVersionThatDidNotCountIsContinuedAndExpires() {
        sink.driver().<String, DocumentState>getKeyValueStore(DocumentStore.DOCUMENTS).put("doc", DocumentState.newBuilder()
            .setSubmission(new Submission("penstock.documents", 0, 5L, Instant.ofEpochMilli(5), "")).setOpen(List.of(0))
            .setCompletedAt(Instant.ofEpochMilli(10)).setChangedAt(Instant.ofEpochMilli(10)).build());
        announce(6, 1);
        assertThat(results.isEmpty()).isTrue();
        read(6, 1, 1, CLEAR);
        assertThat(results.readValue().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
    }

    private void announce(long offset, int pages) {
        sink.announce("doc", offset, pages);
    }

    private void read(long offset, int number, int count, ClassifiedField... fields) {
        sink.read("doc", submission(offset), number, count, fields);
    }

    private void lose(long offset, int page, int count, String code) {
        sink.lose("doc", offset, page, count, code);
    }

    private void correct(String review, CorrectionOutcome outcome) {
        sink.correct("doc", review, outcome);
    }
}
