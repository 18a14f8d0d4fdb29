package io.penstock.sink;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.schema.Announcement;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Correction;
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
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.sink.assemble.DocumentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every submission ends, once, whatever became of its pages. */
class DocumentEndsTest {

    private static final ClassifiedField CLEAR = comb("zip", rules(FieldKind.ZIP).build(), "9 4 1 0 3");
    private static final ClassifiedField UNCLEAR = comb("count", rules(FieldKind.INTEGER).setMax("100").build(), "4:0.6/9:0.4 2");

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private TopologyTestDriver driver;
    private TestInputTopic<String, Announcement> announcements;
    private TestInputTopic<String, ClassifiedPage> readings;
    private TestInputTopic<String, Correction> corrections;
    private TestInputTopic<byte[], byte[]> deadLettersIn;
    private TestOutputTopic<String, RecognizedNumber> numbers;
    private TestOutputTopic<String, RecognizedDocument> results;
    private TestOutputTopic<String, ReviewTask> reviews;

    @TempDir
    private Path state;

    @BeforeEach
    void start() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(SinkTopology.of(topics, SinkConfig.of(Map.of("sink.quality.share", "0"))), properties);
        announcements = input(topics.announcements());
        readings = input(topics.readings());
        corrections = input(topics.corrections());
        deadLettersIn = driver.createInputTopic(topics.deadLetters().name(), new ByteArraySerializer(), new ByteArraySerializer());
        numbers = output(topics.numbers());
        results = output(topics.results());
        reviews = output(topics.reviews());
    }

    @AfterEach
    void stop() {
        driver.close();
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
        readings.pipeInput("doc", page("doc", 0, 1, 1, List.of(CLEAR)).setSubmission(before).build());
        readings.pipeInput("doc", page("doc", 0, 1, 1, List.of(CLEAR)).setSubmission(anew).build());
        assertThat(results.readValuesToList()).extracting(result -> result.getSubmission().getId()).containsExactly("old", "new");
    }

    @Test
    void whatNobodyAnswersExpiresWithARecordAndAMetric() {
        announce(5, 2);
        read(5, 1, 2, UNCLEAR);
        assertThat(reviews.readValue().getId()).isEqualTo("doc/s5/1/count");
        driver.advanceWallClockTime(Duration.ofDays(29));
        assertThat(results.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofDays(2));
        RecognizedDocument result = results.readValue();
        assertThat(result.getStatus()).isEqualTo(DocumentStatus.EXPIRED);
        assertThat(result.getReasons()).containsExactly("PAGES_MISSING", "REVIEWS_OPEN");
        assertThat(result.getNumbers()).hasSize(1);
        assertThat(reviews.readRecord().value()).isNull();
        assertThat(driver.metrics().values()).anySatisfy(metric -> {
            assertThat(metric.metricName().name()).isEqualTo("expired-total");
            assertThat(metric.metricValue()).isEqualTo(1.0);
        });
        try (KeyValueIterator<String, byte[]> days = driver.<String, byte[]>getKeyValueStore(DocumentStore.DAYS).all()) {
            assertThat(days.hasNext()).isFalse();
        }
    }

    @Test
    void anAnsweredReviewIsNoLongerOpen() {
        read(5, 1, 1, UNCLEAR);
        correct("doc/s5/1/count", CorrectionOutcome.ILLEGIBLE);
        assertThat(reviews.readRecordsToList()).extracting(TestRecord::key, record -> record.value() == null)
            .containsExactly(tuple("doc/s5/1/count", false), tuple("doc/s5/1/count", true));
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
        driver.<String, DocumentState>getKeyValueStore(DocumentStore.DOCUMENTS).put("doc", DocumentState.newBuilder()
            .setSubmission(new Submission("penstock.documents", 0, 5L, Instant.ofEpochMilli(5), "")).setOpen(List.of(0))
            .setCompletedAt(Instant.ofEpochMilli(10)).setChangedAt(Instant.ofEpochMilli(10)).build());
        announce(6, 1);
        assertThat(results.isEmpty()).isTrue();
        read(6, 1, 1, CLEAR);
        assertThat(results.readValue().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
    }

    /** Whatever order announcements, pages, losses, answers and submissions come in: one first result each, and no review left open. */
    @Test
    void anyOrderEndsEverySubmissionOnce() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            String document = "doc-" + seed;
            List<Runnable> events = new ArrayList<>();
            for (int offset = 1; offset <= 3; offset++) {
                int submission = offset;
                int pages = 1 + random.nextInt(3);
                events.add(() -> announcements.pipeInput(document, new Announcement(document, submission(submission), pages)));
                for (int number = 1; number <= pages; number++) {
                    int page = number;
                    boolean lost = random.nextInt(3) == 0;
                    events.add(() -> {
                        if (lost) {
                            lose(document, submission, page, pages, "CRASHED");
                        } else {
                            readings.pipeInput(document, page(document, submission, page, pages,
                                List.of(random.nextBoolean() ? CLEAR : UNCLEAR)).build());
                        }
                    });
                }
            }
            Collections.shuffle(events, random);
            events.forEach(Runnable::run);
            answerAll(document);

            Map<String, List<RecognizedDocument>> bySubmission = results.readValuesToList().stream()
                .collect(Collectors.groupingBy(result -> result.getSubmission().getId()));
            assertThat(bySubmission.keySet()).as("seed %d", seed).containsExactlyInAnyOrder("s1", "s2", "s3");
            bySubmission.values().forEach(versions -> assertThat(versions).extracting(RecognizedDocument::getVersion)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, versions.size()).boxed().toList()));
            assertThat(bySubmission.get("s3").get(0).getStatus()).isIn(DocumentStatus.COMPLETE, DocumentStatus.PARTIAL);
        }
    }

    private void answerAll(String document) {
        Map<String, ReviewTask> open = new HashMap<>();
        Set<String> answered = new HashSet<>();
        do {
            reviews.readRecordsToList().forEach(record -> {
                if (record.value() == null) {
                    open.remove(record.key());
                } else {
                    open.put(record.key(), record.value());
                }
            });
            open.keySet().stream().filter(answered::add).toList().forEach(review -> correct(document, review, CorrectionOutcome.ILLEGIBLE));
        } while (!reviews.isEmpty());
        assertThat(open).isEmpty();
    }

    private void announce(long offset, int pages) {
        announcements.pipeInput("doc", new Announcement("doc", submission(offset), pages));
    }

    private void read(long offset, int number, int count, ClassifiedField... fields) {
        readings.pipeInput("doc", page("doc", offset, number, count, List.of(fields)).build());
    }

    private void lose(long offset, int page, int count, String code) {
        lose("doc", offset, page, count, code);
    }

    private void lose(String document, long offset, int page, int count, String code) {
        RecordHeaders headers = (RecordHeaders) new DeadLetter("segment", code, "as ordered", "penstock.pages", 0, 0)
            .addTo(new RecordHeaders());
        new LostPage(document, submission(offset), page, count).addTo(headers);
        deadLettersIn.pipeInput(new TestRecord<>(new byte[] {(byte) 0xff}, new byte[0], headers, Instant.ofEpochMilli(1)));
    }

    private void correct(String review, CorrectionOutcome outcome) {
        correct("doc", review, outcome);
    }

    private void correct(String document, String review, CorrectionOutcome outcome) {
        corrections.pipeInput(review, Correction.newBuilder().setReview(review).setDocument(document).setOutcome(outcome)
            .setReviewer("ann").setCorrectedAt(Instant.ofEpochMilli(5000)).build());
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }
}
