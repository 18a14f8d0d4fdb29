package io.penstock.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.review.Tasks;
import io.penstock.schema.Announcement;
import io.penstock.schema.DocumentFate;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFatesTest {

    private static final Submission FIRST = new Submission("penstock.documents", 0, 0L, Tasks.START, "s1");
    private static final Submission SECOND = new Submission("penstock.documents", 0, 1L, Tasks.START.plusSeconds(60), "s2");
    private static final String REVIEW = "doc/s1/1/zip";

    private final TopicCatalogue topics = TopicCatalogue.standard();
    @TempDir
    private Path state;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Announcement> announcements;
    private TestInputTopic<String, RecognizedNumber> numbers;
    private TestInputTopic<String, RecognizedDocument> results;

    @BeforeEach
    void start() {
        StreamsBuilder builder = new StreamsBuilder();
        DocumentFates.addTo(builder, topics, Duration.ofDays(30));
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(builder.build(), properties, Tasks.START);
        announcements = input(topics.announcements());
        numbers = input(topics.numbers());
        results = input(topics.results());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    private DocumentFate fate() {
        return driver.<String, DocumentFate>getKeyValueStore(FateProcessor.FATES).get("doc");
    }

    private void announce(Submission submission) {
        announcements.pipeInput("doc", new Announcement("doc", submission, 2), Tasks.START);
    }

    private void read(Submission submission, NumberStatus status) {
        numbers.pipeInput("doc", Tasks.number(REVIEW, FieldKind.ZIP, "94103", "94103").setSubmission(submission).setStatus(status)
            .setPages(2).build(), Tasks.START);
    }

    private void end(Submission submission, DocumentStatus status, int version) {
        results.pipeInput("doc", new RecognizedDocument("doc", submission, 2, List.of(), Instant.EPOCH, status, version, List.of()),
            Tasks.START);
    }

    @Test
    void aDocumentIsAnnouncedAskedAboutAnsweredAndEnds() {
        assertThat(fate()).isNull();
        announce(FIRST);
        assertThat(fate().getPages()).isEqualTo(2);
        assertThat(fate().getStatus()).isNull();
        read(FIRST, NumberStatus.REVIEW);
        assertThat(fate().getOpen()).containsExactly(REVIEW);
        read(FIRST, NumberStatus.ACCEPTED);
        assertThat(fate().getOpen()).isEmpty();
        end(FIRST, DocumentStatus.COMPLETE, 1);
        end(FIRST, DocumentStatus.COMPLETE, 2);
        assertThat(fate().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
        assertThat(fate().getVersion()).isEqualTo(2);
        assertThat(fate().getOffset()).as("where the last result lies").isEqualTo(1);
    }

    @Test
    void anEarlierSubmissionChangesNothingAnyMoreWhateverComesOfItLate() {
        announce(FIRST);
        announce(SECOND);
        read(FIRST, NumberStatus.REVIEW);
        end(FIRST, DocumentStatus.SUPERSEDED, 1);
        assertThat(fate().getSubmission()).isEqualTo(SECOND);
        assertThat(fate().getOpen()).isEmpty();
        assertThat(fate().getStatus()).isNull();
    }

    @Test
    void theSameResultOnceMoreAndAnOlderOneAreNoNews() {
        end(FIRST, DocumentStatus.PARTIAL, 2);
        end(FIRST, DocumentStatus.COMPLETE, 1);
        end(FIRST, DocumentStatus.COMPLETE, 2);
        assertThat(fate().getStatus()).isEqualTo(DocumentStatus.PARTIAL);
        assertThat(fate().getOffset()).isZero();
    }

    @Test
    void whatNobodyTouchedForLongIsForgotten() {
        announce(FIRST);
        driver.advanceWallClockTime(Duration.ofDays(29));
        assertThat(fate()).isNotNull();
        driver.advanceWallClockTime(Duration.ofDays(2));
        assertThat(fate()).isNull();
    }
}
