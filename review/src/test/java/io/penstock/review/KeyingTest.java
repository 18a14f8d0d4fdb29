package io.penstock.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.LeaseAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that two people must read alike. */
class KeyingTest {

    private static final String REVIEW = "a.pdf/s1/1/zip";
    private static final String AMOUNT = "a.pdf/s1/1/amount";
    private static final Map<String, String> ZIPS = Map.of("review.double.kinds", "zip");

    @TempDir
    private Path state;

    @Test
    void twoDifferentPeopleWhoAgreeMakeOneCorrection() {
        try (ReviewDriver driver = new ReviewDriver(state, ZIPS)) {
            driver.ask(Tasks.zip(REVIEW));
            key(driver, "1", "ann", "94103", 0);

            assertThat(driver.answers()).isEmpty();
            assertThat(driver.offered("ann", 10)).as("not twice the same person").isEmpty();
            assertThat(driver.take("l2", REVIEW, "ann", 10).getRefusal()).isEqualTo("TASK_KEYED_BEFORE");
            key(driver, "3", "bob", "9-4103", 20);
            assertThat(driver.answers()).extracting(Correction::getId, Correction::getReviewer, Correction::getConfirmedBy)
                .containsExactly(tuple("a3", "bob", List.of("ann")));
            assertThat(driver.request(LeaseAction.REOPEN, "l4", REVIEW, null, "bob", 30).getRefusal()).isEqualTo("UNDO_TOO_LATE");
        }
    }

    @Test
    void aThirdPersonDecidesAndIsOneWhoMay() {
        try (ReviewDriver driver = new ReviewDriver(state, ZIPS)) {
            driver.ask(Tasks.zip(REVIEW));
            key(driver, "1", "ann", "94103", 0);
            key(driver, "2", "bob", "94108", 10);

            assertThat(driver.answers()).isEmpty();
            assertThat(driver.offered("carl", 20)).as("a clerk").isEmpty();
            Wanted supervisors = new Wanted("dora", true, null, null, null, 5);
            assertThat(driver.open().next(supervisors, ReviewDriver.at(20), any -> true)).extracting(QueuedTask::review)
                .containsExactly(REVIEW);
            key(driver, "3", "dora", "94109", 20);
            assertThat(driver.answers()).extracting(Correction::getText).containsExactly("94109");
        }
    }

    @Test
    void aFirstAnswerIsTakenBackAsIfItHadNeverBeen() {
        try (ReviewDriver driver = new ReviewDriver(state, ZIPS)) {
            driver.ask(Tasks.zip(REVIEW));
            key(driver, "1", "ann", "94103", 0);
            driver.request(LeaseAction.REOPEN, "l2", REVIEW, null, "ann", 5);
            driver.answer("a2", REVIEW, "l2", "ann", "94108", 6);
            key(driver, "3", "bob", "94108", 10);

            assertThat(driver.answers()).extracting(Correction::getText, Correction::getReplaces).containsExactly(tuple("94108", null));
        }
    }

    @Test
    void amountsAboveTheLimitNeedTwoPeopleWhoeverReadThemSo() {
        try (ReviewDriver driver = new ReviewDriver(state, Map.of("review.double.amount", "1000"))) {
            driver.ask(Tasks.task(AMOUNT, FieldKind.AMOUNT, "99900", "999.00").build());
            driver.take("l1", AMOUNT, "ann", 0);
            driver.answer("a1", AMOUNT, "l1", "ann", "9990.00", 1);

            assertThat(driver.answers()).isEmpty();
            driver.take("l2", AMOUNT, "bob", 2);
            driver.answer("a2", AMOUNT, "l2", "bob", "9,990.00", 3);
            assertThat(driver.answers()).extracting(Correction::getText).containsExactly("9,990.00");
        }
    }

    @Test
    void theMachineIsTheFirstOfTheTwoWherePolicySaysSo() {
        try (ReviewDriver driver = new ReviewDriver(state, Map.of("review.double.share", "1", "review.double.machine", "true"))) {
            driver.ask(Tasks.zip(REVIEW));
            driver.ask(Tasks.zip("b.pdf/s1/1/zip"));
            key(driver, "1", "ann", "94103", 0);
            driver.take("l2", "b.pdf/s1/1/zip", "ann", 0);
            driver.request(LeaseAction.ANSWER, "a2", "b.pdf/s1/1/zip", "l2", "ann", ReviewDriver.typed(CorrectionOutcome.EMPTY, ""), 1);

            assertThat(driver.answers()).extracting(Correction::getReview).isEqualTo(List.of(REVIEW));
        }
    }

    private static void key(ReviewDriver driver, String number, String reviewer, String text, long second) {
        assertThat(driver.take("l" + number, REVIEW, reviewer, second).getRefusal()).isNull();
        assertThat(driver.answer("a" + number, REVIEW, "l" + number, reviewer, text, second + 1).getRefusal()).isNull();
    }
}
