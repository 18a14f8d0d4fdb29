package io.penstock.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.review.queue.OpenTasks;
import io.penstock.review.queue.QueueCount;
import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.TaskIndex;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.OpenTask;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Submission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order tasks are offered, and how fast. */
class QueueTest {

    /** More by hand: {@code -Dreview.tasks=100000}. */
    private static final int TASKS = Integer.getInteger("review.tasks", 4000);

    @TempDir
    private Path state;

    @Test
    void whatRemovesMoreErrorASecondComesFirstAndWhatHasWaitedLongEnoughBeforeThat() {
        try (ReviewDriver driver = new ReviewDriver(state, Map.of("review.age.weight", "1"))) {
            driver.ask(asked("sure.pdf/s/1/zip", FieldKind.ZIP, 0.9, 0));
            driver.ask(asked("unsure.pdf/s/1/zip", FieldKind.ZIP, 0.2, 0));
            driver.ask(asked("dear.pdf/s/1/amount", FieldKind.AMOUNT, 0.9, 0));
            driver.ask(asked("old.pdf/s/1/zip", FieldKind.ZIP, 0.9, -3));

            assertThat(driver.offered("ann", 1)).containsExactly("old.pdf/s/1/zip", "dear.pdf/s/1/amount", "unsure.pdf/s/1/zip",
                "sure.pdf/s/1/zip");
        }
    }

    @Test
    void theOrderFollowsTheSecondsThatPeopleTake() {
        try (ReviewDriver driver = new ReviewDriver(state, Map.of())) {
            driver.ask(asked("a.pdf/s/1/zip", FieldKind.ZIP, 0.5, 0));
            driver.ask(asked("b.pdf/s/1/count", FieldKind.INTEGER, 0.4, 0));
            assertThat(driver.offered("ann", 1)).containsExactly("b.pdf/s/1/count", "a.pdf/s/1/zip");
            for (int i = 0; i < 5; i++) {
                String review = "done" + i + ".pdf/s/1/zip";
                driver.ask(asked(review, FieldKind.ZIP, 0.99, 0));
                driver.read(Correction.newBuilder(ReviewDriver.typed(CorrectionOutcome.EMPTY, "")).setReview(review)
                    .setTookMillis(1500L).build(), i);
            }

            assertThat(driver.offered("ann", 10)).as("ZIP codes are typed fast").containsExactly("a.pdf/s/1/zip", "b.pdf/s/1/count");
        }
    }

    @Test
    void batchesAreOfOneDocumentKindOrForm() {
        try (ReviewDriver driver = new ReviewDriver(state, Map.of())) {
            driver.ask(asked("a.pdf/s/1/zip", FieldKind.ZIP, 0.5, 0));
            driver.ask(asked("a.pdf/s/1/amount", FieldKind.AMOUNT, 0.5, 0));
            driver.ask(asked("b.pdf/s/1/zip", FieldKind.ZIP, 0.4, 0));

            assertThat(batch(driver.open(), FieldKind.ZIP, null, null)).containsExactly("b.pdf/s/1/zip", "a.pdf/s/1/zip");
            assertThat(batch(driver.open(), null, null, "a.pdf")).containsExactly("a.pdf/s/1/amount", "a.pdf/s/1/zip");
            assertThat(batch(driver.open(), null, "no-such-form", null)).isEmpty();
            QueueCount count = driver.open().count();
            assertThat(count.open()).isEqualTo(3);
            assertThat(count.byKind()).isEqualTo(Map.of(FieldKind.ZIP, 2, FieldKind.AMOUNT, 1));
            assertThat(count.byForm()).isEqualTo(Map.of("card", 3));
            assertThat(count.oldest()).contains(Tasks.START);
        }
    }

    @Test
    void aLargeQueueIsReadBackSoonAndAskedAtOnce() {
        OpenTasks again = new OpenTasks();
        ReviewConfig config = ReviewConfig.of(Map.of());
        try (ReviewDriver driver = new ReviewDriver(state, Map.of())) {
            for (int i = 0; i < TASKS; i++) {
                driver.ask(asked("d" + i / 4 + ".pdf/s/1/f" + i, FieldKind.values()[1 + i % 7], 0.2 + i % 70 / 100.0, i % 100));
            }
            long begin = System.nanoTime();
            TaskIndex index = new TaskIndex(config.worth(), config.times().unconfirmed());
            try (var all = driver.driver().<String, OpenTask>getKeyValueStore("tasks").all()) {
                all.forEachRemaining(entry -> index.put(entry.key, entry.value));
            }
            again.begin(0, index);
            long built = System.nanoTime() - begin;
            long asked = slowest(() -> {
                batch(again, null, null, null);
                batch(again, null, "no-such-form", null);
                batch(again, FieldKind.ZIP, null, "d7.pdf");
                again.count();
            });
            System.err.println("queue of " + TASKS + ": index built in " + built / 1_000_000 + " ms, asked in "
                + asked / 1_000_000 + " ms");

            assertThat(again.count().open()).isEqualTo(TASKS);
            assertThat(batch(again, null, null, null)).isEqualTo(batch(driver.open(), null, null, null));
            assertThat(built).as("index built, ns").isLessThan(20_000_000_000L);
            assertThat(asked).as("next tasks, three batches, the counts; ns").isLessThan(50_000_000L);
        }
    }

    private static long slowest(Runnable question) {
        long slowest = 0;
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            question.run();
            slowest = Math.max(slowest, i < 5 ? 0 : System.nanoTime() - begin);
        }
        return slowest;
    }

    private static List<String> batch(OpenTasks open, FieldKind kind, String form, String document) {
        return open.next(new Wanted("ann", false, kind, form, document, 50), ReviewDriver.at(1), review -> true).stream()
            .map(QueuedTask::review).toList();
    }

    private static ReviewTask asked(String review, FieldKind kind, double confidence, long hours) {
        Instant submitted = Tasks.START.plusSeconds(hours * 3600);
        ReviewTask.Builder task = Tasks.task(review, kind, "12345", null);
        task.setNumber(Tasks.number(review, kind, "12345", null).setConfidence(confidence)
            .setSubmission(new Submission("penstock.documents", 0, 0L, submitted, "s")).build());
        return task.build();
    }
}
