package io.penstock.sink;

import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.submission;
import static io.penstock.sink.SinkDriver.CLEAR;
import static io.penstock.sink.SinkDriver.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.ReviewTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever order announcements, pages, losses, answers and submissions come in: one first result each, and no review left open. */
class DocumentOrderTest {

    @TempDir
    private Path state;
    private SinkDriver sink;

    @BeforeEach
    void start() {
        sink = new SinkDriver(state);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void anyOrderEndsEverySubmissionOnce() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            String document = "doc-" + seed;
            List<Runnable> events = new ArrayList<>();
            for (int offset = 1; offset <= 3; offset++) {
                int submission = offset;
                int pages = 1 + random.nextInt(3);
                events.add(() -> sink.announce(document, submission, pages));
                for (int number = 1; number <= pages; number++) {
                    int page = number;
                    boolean lost = random.nextInt(3) == 0;
                    events.add(() -> {
                        if (lost) {
                            sink.lose(document, submission, page, pages, "CRASHED");
                        } else {
                            sink.read(document, submission(submission), page, pages, random.nextBoolean() ? CLEAR : UNCLEAR);
                        }
                    });
                }
            }
            Collections.shuffle(events, random);
            events.forEach(Runnable::run);
            answerAll(document);

            Map<String, List<RecognizedDocument>> bySubmission = sink.results().readValuesToList().stream()
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
            sink.reviews().readRecordsToList().forEach(record -> {
                if (record.value() == null) {
                    open.remove(record.key());
                } else {
                    open.put(record.key(), record.value());
                }
            });
            open.keySet().stream().filter(answered::add).toList()
                .forEach(review -> sink.correct(document, review, CorrectionOutcome.ILLEGIBLE));
        } while (!sink.reviews().isEmpty());
        assertThat(open).isEmpty();
    }
}
