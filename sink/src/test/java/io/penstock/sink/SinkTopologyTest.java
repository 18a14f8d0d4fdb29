package io.penstock.sink;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import io.penstock.schema.Source;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.sink.assemble.DocumentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTopologyTest {

    private static final ClassifiedField CLEAR = comb("zip", rules(FieldKind.ZIP).build(), "9 4 1 0 3");
    private static final ClassifiedField UNCLEAR = comb("count", rules(FieldKind.INTEGER).setMax("100").build(), "4:0.6/9:0.4 2");
    private static final String REVIEW = "doc/s5/1/count";

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private TopologyTestDriver driver;
    private TestInputTopic<String, ClassifiedPage> readings;
    private TestInputTopic<String, Correction> corrections;
    private TestOutputTopic<String, RecognizedNumber> numbers;
    private TestOutputTopic<String, RecognizedDocument> results;
    private TestOutputTopic<String, ReviewTask> reviews;
    private TestOutputTopic<String, byte[]> deadLetters;

    @TempDir
    private Path state;

    @BeforeEach
    void start() {
        start(Map.of());
    }

    private void start(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(SinkTopology.of(topics, SinkConfig.of(settings)), properties);
        readings = input(topics.readings());
        corrections = input(topics.corrections());
        numbers = output(topics.numbers());
        results = output(topics.results());
        reviews = output(topics.reviews());
        deadLetters = output(topics.deadLetters());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    private void read(long offset, int number, int count, ClassifiedField... fields) {
        readings.pipeInput("doc", page("doc", offset, number, count, List.of(fields)).build());
    }

    private void correct(String review, CorrectionOutcome outcome, String text) {
        corrections.pipeInput(review, Correction.newBuilder().setReview(review).setDocument("doc").setOutcome(outcome).setText(text)
            .setReviewer("ann").setCorrectedAt(Instant.ofEpochMilli(5000)).build());
    }

    private void assertDead(String key, String code) {
        TestRecord<String, byte[]> dead = deadLetters.readRecord();
        DeadLetter why = DeadLetter.of(dead.headers());
        assertThat(dead.key()).isEqualTo(key);
        assertThat(why.stage()).isEqualTo("sink");
        assertThat(why.code()).isEqualTo(code);
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void aDocumentOfAcceptedNumbersIsCompleteWithItsLastPage() {
        read(5, 2, 2, CLEAR);
        assertThat(results.isEmpty()).isTrue();
        read(5, 1, 2, CLEAR, comb("empty", rules(FieldKind.DIGITS).setRequired(false).build(), "_ _"));
        assertThat(numbers.readValuesToList())
            .extracting(RecognizedNumber::getPage, RecognizedNumber::getIndex, RecognizedNumber::getSiblings, RecognizedNumber::getText,
                RecognizedNumber::getStatus, RecognizedNumber::getReview)
            .containsExactly(tuple(2, 0, 1, "94103", NumberStatus.ACCEPTED, null), tuple(1, 0, 2, "94103", NumberStatus.ACCEPTED, null),
                tuple(1, 1, 2, "", NumberStatus.EMPTY, null));
        RecognizedDocument result = results.readValue();
        assertThat(result.getPages()).isEqualTo(2);
        assertThat(result.getNumbers()).extracting(RecognizedNumber::getPage).containsExactly(1, 1, 2);
        assertThat(results.isEmpty()).isTrue();
        assertThat(reviews.isEmpty()).isTrue();
    }

    @Test
    void aCorrectionCompletesWhatWasUnderReview() {
        read(5, 1, 1, CLEAR, UNCLEAR);
        ReviewTask task = reviews.readValue();
        assertThat(task.getId()).isEqualTo(REVIEW);
        assertThat(task.getSnippet().remaining()).isEqualTo(3);
        assertThat(task.getCandidates()).extracting(candidate -> candidate.getText()).startsWith("42", "92");
        assertThat(results.isEmpty()).isTrue();
        numbers.readValuesToList();

        correct(REVIEW, CorrectionOutcome.TEXT, " 92");
        RecognizedNumber number = numbers.readValue();
        assertThat(number.getSource()).isEqualTo(Source.HUMAN);
        assertThat(number.getStatus()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(number.getValue()).isEqualTo("92");
        assertThat(number.getConfidence()).isNull();
        assertThat(number.getRaw()).isEqualTo("42");
        assertThat(number.getReview()).isEqualTo(REVIEW);
        assertThat(results.readValue().getNumbers()).extracting(RecognizedNumber::getValue).containsExactly("94103", "92");

        correct(REVIEW, CorrectionOutcome.TEXT, "92");
        assertThat(numbers.isEmpty() && results.isEmpty() && deadLetters.isEmpty()).isTrue();
        correct(REVIEW, CorrectionOutcome.TEXT, "42");
        assertThat(numbers.isEmpty() && results.isEmpty()).isTrue();
        assertDead(REVIEW, "REVIEW_ANSWERED");
    }

    @Test
    void aPersonsInvalidValueIsTakenAndFlagged() {
        read(5, 1, 1, UNCLEAR);
        numbers.readValuesToList();
        correct(REVIEW, CorrectionOutcome.TEXT, "942");
        RecognizedNumber number = numbers.readValue();
        assertThat(number.getText()).isEqualTo("942");
        assertThat(number.getValue()).isNull();
        assertThat(number.getReasons()).containsExactly("RULE_VIOLATED_BY_PERSON");
        assertThat(results.isEmpty()).isFalse();
    }

    @Test
    void anIllegibleNumberIsFinalWithoutAValue() {
        read(5, 1, 1, UNCLEAR);
        numbers.readValuesToList();
        correct(REVIEW, CorrectionOutcome.ILLEGIBLE, "");
        RecognizedNumber number = numbers.readValue();
        assertThat(number.getText()).isEmpty();
        assertThat(number.getValue()).isNull();
        assertThat(number.getStatus()).isEqualTo(NumberStatus.EMPTY);
        assertThat(number.getReasons()).containsExactly("ILLEGIBLE");
        assertThat(results.isEmpty()).isFalse();
    }

    @Test
    void aLaterSubmissionStartsAfreshAndPagesOfAnEarlierOneAreDropped() {
        read(5, 1, 2, UNCLEAR);
        read(6, 1, 2, CLEAR);
        numbers.readValuesToList();
        read(5, 2, 2, CLEAR);
        assertThat(numbers.isEmpty()).isTrue();
        read(6, 2, 2, CLEAR);
        assertThat(results.readValue().getSubmission().getOffset()).isEqualTo(5);
        RecognizedDocument result = results.readValue();
        assertThat(result.getSubmission().getOffset()).isEqualTo(6);
        assertThat(result.getNumbers()).hasSize(2);
        correct(REVIEW, CorrectionOutcome.TEXT, "92");
        assertDead(REVIEW, "STALE_REVIEW");
    }

    @Test
    void theSamePageOnceMoreOverwritesButKeepsAnswers() {
        read(5, 1, 1, UNCLEAR);
        correct(REVIEW, CorrectionOutcome.TEXT, "92");
        results.readValue();
        reviews.readRecordsToList();
        read(5, 1, 1, UNCLEAR);
        assertThat(reviews.isEmpty()).isTrue();
        assertThat(results.isEmpty()).isTrue();
        assertThat(numbers.readValuesToList()).last().extracting(RecognizedNumber::getSource).isEqualTo(Source.HUMAN);
    }

    @Test
    void correctionsOfNothingAreDeadLetters() {
        correct(REVIEW, CorrectionOutcome.TEXT, "92");
        TestRecord<String, byte[]> dead = deadLetters.readRecord();
        assertThat(DeadLetter.of(dead.headers()).code()).isEqualTo("UNKNOWN_REVIEW");
        assertThat(DeadLetter.of(dead.headers()).topic()).isEqualTo(topics.corrections().name());
        assertThat(topics.corrections().values().deserializer().deserialize("", dead.value()).getText()).isEqualTo("92");

        read(5, 1, 1, CLEAR, UNCLEAR);
        correct("doc/s5/1/zip", CorrectionOutcome.TEXT, "94104");
        assertDead("doc/s5/1/zip", "UNKNOWN_REVIEW");
        correct(REVIEW, CorrectionOutcome.TEXT, "none");
        assertDead(REVIEW, "CORRECTION_INVALID");
    }

    @Test
    void aPageWithoutAFormIsOneReviewOfTheWholePage() {
        readings.pipeInput("doc", page("doc", 5, 1, 1, List.of()).setMatch(null).setReasons(List.of("NO_FORM_MATCHES")).build());
        RecognizedNumber number = numbers.readValue();
        assertThat(number.getField()).isNull();
        assertThat(number.getSiblings()).isEqualTo(1);
        assertThat(number.getConfidence()).isNull();
        assertThat(number.getStatus()).isEqualTo(NumberStatus.REVIEW);
        assertThat(number.getReasons()).containsExactly("NO_FORM_MATCHES");
        assertThat(reviews.readValue().getId()).isEqualTo("doc/s5/1");
        correct("doc/s5/1", CorrectionOutcome.ILLEGIBLE, "");
        assertThat(results.readValue().getNumbers()).hasSize(1);
    }

    @Test
    void aBlankPageIsCountedAndNobodyIsAsked() {
        readings.pipeInput("doc", page("doc", 5, 1, 2, List.of()).setMatch(null).setReasons(List.of("PAGE_BLANK")).build());
        RecognizedNumber number = numbers.readValue();
        assertThat(number.getField()).isNull();
        assertThat(number.getStatus()).isEqualTo(NumberStatus.EMPTY);
        assertThat(number.getReasons()).containsExactly("PAGE_BLANK");
        assertThat(number.getReview()).isNull();
        assertThat(reviews.isEmpty()).isTrue();
        read(5, 2, 2, CLEAR);
        RecognizedDocument result = results.readValue();
        assertThat(result.getStatus()).isEqualTo(DocumentStatus.COMPLETE);
        assertThat(result.getNumbers()).hasSize(2);
        assertThat(result.getReasons()).isEmpty();
    }

    @Test
    void aPageThatCannotBeDecodedIsADeadLetterAndTheNextOneIsRead() {
        read(5, 1, 1, comb("date", rules(FieldKind.DATE).setDateOrder("DDMM").build(), "1 7 0 4"));
        assertDead("doc", "DECODE_FAILED");
        read(6, 1, 1, CLEAR);
        assertThat(results.isEmpty()).isFalse();
    }

    @Test
    void aNumberOfTheQualitySampleHoldsNothingUp() {
        stop();
        start(Map.of("sink.quality.share", "1"));
        read(5, 1, 1, CLEAR);
        RecognizedNumber sampled = numbers.readValue();
        assertThat(sampled.getStatus()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(sampled.getReasons()).containsExactly("QUALITY_SAMPLE");
        assertThat(reviews.readValue().getId()).isEqualTo(sampled.getReview());
        assertThat(results.readValue().getNumbers()).hasSize(1);

        correct(sampled.getReview(), CorrectionOutcome.TEXT, "94103");
        assertThat(numbers.readValue().getReasons()).containsExactly("QUALITY_SAMPLE");
        assertThat(results.isEmpty()).isTrue();
    }

    @Test
    void aNumberOfTheQualitySampleThatWasMisreadMakesTheResultAnew() {
        stop();
        start(Map.of("sink.quality.share", "1"));
        read(5, 1, 1, CLEAR);
        results.readValue();
        numbers.readValue();
        correct("doc/s5/1/zip", CorrectionOutcome.TEXT, "94108");
        assertThat(numbers.readValue().getReasons()).containsExactly("QUALITY_SAMPLE", "QUALITY_SAMPLE_MISREAD");
        assertThat(results.readValue().getNumbers()).singleElement().extracting(RecognizedNumber::getText).isEqualTo("94108");
    }

    @Test
    void documentsLeaveTheStateAfterTheirRetention() {
        read(5, 1, 1, UNCLEAR);
        KeyValueStore<String, DocumentState> store = driver.getKeyValueStore(DocumentStore.DOCUMENTS);
        driver.advanceWallClockTime(Duration.ofDays(29));
        assertThat(store.get("doc")).isNotNull();
        driver.advanceWallClockTime(Duration.ofDays(2));
        assertThat(store.get("doc")).isNull();
        assertThat(driver.getKeyValueStore(DocumentStore.PAGES).approximateNumEntries()).isZero();
    }
}
