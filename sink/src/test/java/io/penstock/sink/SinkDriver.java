package io.penstock.sink;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.submission;

import io.penstock.schema.Announcement;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology of the sink with all its topics, for tests: nothing is drawn for the quality sample. */
final class SinkDriver implements AutoCloseable {

    static final ClassifiedField CLEAR = comb("zip", rules(FieldKind.ZIP).build(), "9 4 1 0 3");
    static final ClassifiedField UNCLEAR = comb("count", rules(FieldKind.INTEGER).setMax("100").build(), "4:0.6/9:0.4 2");

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Announcement> announcements;
    private final TestInputTopic<String, ClassifiedPage> readings;
    private final TestInputTopic<String, Correction> corrections;
    private final TestInputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<String, RecognizedNumber> numbers;
    private final TestOutputTopic<String, RecognizedDocument> results;
    private final TestOutputTopic<String, ReviewTask> reviews;
    private final TestOutputTopic<String, byte[]> dead;

    SinkDriver(Path state) {
        this(state, Map.of());
    }

    SinkDriver(Path state, Map<String, String> settings) {
        this(state, settings, "0");
    }

    SinkDriver(Path state, Map<String, String> settings, String share) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("sink.quality.share", share);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(SinkTopology.of(topics, SinkConfig.of(all)), properties);
        announcements = input(topics.announcements());
        readings = input(topics.readings());
        corrections = input(topics.corrections());
        deadLetters = driver.createInputTopic(topics.deadLetters().name(), new ByteArraySerializer(), new ByteArraySerializer());
        numbers = output(topics.numbers());
        results = output(topics.results());
        reviews = output(topics.reviews());
        dead = output(topics.deadLetters());
    }

    TopologyTestDriver driver() {
        return driver;
    }

    TestOutputTopic<String, RecognizedNumber> numbers() {
        return numbers;
    }

    TestOutputTopic<String, RecognizedDocument> results() {
        return results;
    }

    TestOutputTopic<String, ReviewTask> reviews() {
        return reviews;
    }

    void announce(String document, long offset, int pages) {
        announcements.pipeInput(document, new Announcement(document, submission(offset), pages));
    }

    void read(ClassifiedPage page) {
        readings.pipeInput(page.getDocument(), page);
    }

    void read(String document, Submission submission, int number, int count, ClassifiedField... fields) {
        read(page(document, 0, number, count, List.of(fields)).setSubmission(submission).build());
    }

    void lose(String document, long offset, int page, int count, String code) {
        RecordHeaders headers = (RecordHeaders) new DeadLetter("segment", code, "as ordered", "penstock.pages", 0, 0)
            .addTo(new RecordHeaders());
        new LostPage(document, submission(offset), page, count).addTo(headers);
        deadLetters.pipeInput(new TestRecord<>(new byte[] {(byte) 0xff}, new byte[0], headers, Instant.ofEpochMilli(1)));
    }

    void correct(String document, String review, CorrectionOutcome outcome) {
        correct(document, review, outcome, "");
    }

    void correct(String document, String review, CorrectionOutcome outcome, String text) {
        correct(answer(document, review, outcome, text).build());
    }

    void correct(Correction correction) {
        corrections.pipeInput(correction.getReview(), correction);
    }

    static Correction.Builder answer(String document, String review, CorrectionOutcome outcome, String text) {
        return Correction.newBuilder().setReview(review).setDocument(document).setOutcome(outcome).setText(text)
            .setReviewer("ann").setCorrectedAt(Instant.ofEpochMilli(5000));
    }

    /** Codes of the dead letters since the last look. */
    List<String> deaths() {
        return dead.readRecordsToList().stream().map(letter -> DeadLetter.of(letter.headers()).code()).toList();
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
