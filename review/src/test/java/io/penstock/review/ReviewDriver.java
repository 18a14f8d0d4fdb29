package io.penstock.review;

import io.penstock.review.figures.Figures;
import io.penstock.review.figures.Summary;
import io.penstock.review.queue.OpenTasks;
import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology of the review stage with all its topics, for tests: requests come at seconds after the start. */
final class ReviewDriver implements AutoCloseable {

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private final OpenTasks open = new OpenTasks();
    private final Figures figures = new Figures();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, ReviewTask> reviews;
    private final TestInputTopic<String, Correction> corrections;
    private final TestInputTopic<String, LeaseRequest> leases;
    private final TestInputTopic<String, RecognizedNumber> numbers;
    private final TestOutputTopic<String, Correction> answers;
    private final TestOutputTopic<String, LeaseDecision> decisions;

    ReviewDriver(Path state, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(ReviewTopology.of(topics, ReviewConfig.of(settings), open, figures), properties);
        reviews = input(topics.reviews());
        corrections = input(topics.corrections());
        leases = input(topics.leases());
        numbers = input(topics.numbers());
        answers = output(topics.corrections());
        decisions = output(topics.decisions());
    }

    OpenTasks open() {
        return open;
    }

    TopologyTestDriver driver() {
        return driver;
    }

    void ask(ReviewTask task) {
        reviews.pipeInput(task.getId(), task, Tasks.START);
    }

    void number(RecognizedNumber number, long second) {
        numbers.pipeInput(number.getDocument(), number, at(second));
    }

    Summary summary() {
        return Summary.of(figures.from(Tasks.START));
    }

    void close(String review, long second) {
        reviews.pipeInput(review, null, at(second));
    }

    void read(Correction correction, long second) {
        corrections.pipeInput(correction.getReview(), correction, at(second));
    }

    LeaseDecision take(String id, String review, String reviewer, long second) {
        return request(LeaseAction.TAKE, id, review, null, reviewer, null, second);
    }

    LeaseDecision request(LeaseAction action, String id, String review, String lease, String reviewer, long second) {
        return request(action, id, review, lease, reviewer, null, second);
    }

    LeaseDecision answer(String id, String review, String lease, String reviewer, String text, long second) {
        return request(LeaseAction.ANSWER, id, review, lease, reviewer, typed(CorrectionOutcome.TEXT, text), second);
    }

    LeaseDecision request(LeaseAction action, String id, String review, String lease, String reviewer, Correction answer, long second) {
        leases.pipeInput(review, new LeaseRequest(id, review, action, lease, reviewer, at(second), answer), at(second));
        return decisions.readValue();
    }

    /** What a browser sends: who and when are the server's, so these are lies. */
    static Correction typed(CorrectionOutcome outcome, String text) {
        return Correction.newBuilder().setReview("another").setDocument("another").setOutcome(outcome).setText(text)
            .setReviewer("somebody-else").setCorrectedAt(Instant.EPOCH).setTookMillis(4000L).build();
    }

    List<Correction> answers() {
        return answers.readValuesToList();
    }

    /** Returns what a person is offered at a second. */
    List<String> offered(String reviewer, long second) {
        return open.next(new Wanted(reviewer, false, null, null, null, 100), at(second), review -> true).stream()
            .map(QueuedTask::review).toList();
    }

    static Instant at(long second) {
        return Tasks.START.plusSeconds(second);
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
