package io.penstock.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may answer a task, the hostile cases first. */
class LeasesTest {

    private static final String REVIEW = "a.pdf/s1/1/zip";

    @TempDir
    private Path state;
    private ReviewDriver driver;

    @BeforeEach
    void start() {
        driver = new ReviewDriver(state, Map.of());
        driver.ask(Tasks.zip(REVIEW));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void anAnswerWithoutAnyLeaseWithAForgedOneOrUnderAnotherNameIsRefused() {
        assertThat(driver.answer("a0", REVIEW, null, "eve", "94103", 1)).extracting(LeaseDecision::getRefusal).isEqualTo("LEASE_UNKNOWN");
        driver.take("l1", REVIEW, "ann", 2);

        assertThat(driver.answer("a1", REVIEW, "forged", "ann", "94103", 3).getRefusal()).isEqualTo("LEASE_UNKNOWN");
        assertThat(driver.answer("a2", REVIEW, "l1", "eve", "94103", 3).getRefusal()).isEqualTo("LEASE_UNKNOWN");
        assertThat(driver.request(LeaseAction.RELEASE, "r1", REVIEW, "l1", "eve", 3).getRefusal()).isEqualTo("LEASE_UNKNOWN");
        assertThat(driver.answers()).isEmpty();
        assertThat(driver.answer("a3", REVIEW, "l1", "ann", "94103", 4).getRefusal()).isNull();
    }

    @Test
    void anExpiredLeaseIsWorthNothingAndTheTaskGoesToWhoeverTakesItNext() {
        driver.take("l1", REVIEW, "ann", 0);

        assertThat(driver.answer("a1", REVIEW, "l1", "ann", "94103", 300).getRefusal()).isEqualTo("LEASE_EXPIRED");
        assertThat(driver.request(LeaseAction.EXTEND, "e1", REVIEW, "l1", "ann", 300).getRefusal()).isEqualTo("LEASE_EXPIRED");
        assertThat(driver.offered("bob", 300)).containsExactly(REVIEW);
        assertThat(driver.take("l2", REVIEW, "bob", 301).getRefusal()).isNull();
        assertThat(driver.answer("a2", REVIEW, "l1", "ann", "94103", 302).getRefusal()).isEqualTo("LEASE_UNKNOWN");
        assertThat(driver.answer("a3", REVIEW, "l2", "bob", "94108", 303).getRefusal()).isNull();
        assertThat(driver.answers()).extracting(Correction::getReviewer, Correction::getText)
            .containsExactly(tuple("bob", "94108"));
    }

    @Test
    void ofTwoPeopleAtOnceTheFirstOnTheTopicGetsTheTask() {
        LeaseDecision first = driver.take("l1", REVIEW, "ann", 1);
        LeaseDecision second = driver.take("l2", REVIEW, "bob", 1);

        assertThat(first.getLease().getId()).isEqualTo("l1");
        assertThat(first.getLease().getEndsAt()).isEqualTo(ReviewDriver.at(301));
        assertThat(second.getRefusal()).isEqualTo("TASK_TAKEN");
        assertThat(second.getLease()).isNull();
        assertThat(driver.offered("bob", 2)).isEmpty();
    }

    @Test
    void anAnswerCountsOnceHoweverOftenItIsSent() {
        driver.take("l1", REVIEW, "ann", 0);
        driver.answer("a1", REVIEW, "l1", "ann", "94103", 2);

        assertThat(driver.answer("a1", REVIEW, "l1", "ann", "94103", 3).getRefusal()).as("sent again, in doubt").isNull();
        assertThat(driver.answer("a2", REVIEW, "l1", "ann", "94108", 3).getRefusal()).isEqualTo("TASK_CLOSED");
        assertThat(driver.answers()).singleElement().satisfies(correction -> {
            assertThat(correction.getId()).isEqualTo("a1");
            assertThat(correction.getReview()).isEqualTo(REVIEW);
            assertThat(correction.getDocument()).isEqualTo("a.pdf");
            assertThat(correction.getReviewer()).as("not what the browser says").isEqualTo("ann");
            assertThat(correction.getCorrectedAt()).isEqualTo(ReviewDriver.at(2));
            assertThat(correction.getTookMillis()).as("no longer than the lease").isEqualTo(2000);
        });
    }

    @Test
    void aTaskThatIsSupersededWhileItIsLeasedIsClosedForItsHolderToo() {
        driver.take("l1", REVIEW, "ann", 0);
        driver.close(REVIEW, 1);

        assertThat(driver.answer("a1", REVIEW, "l1", "ann", "94103", 2).getRefusal()).isEqualTo("TASK_CLOSED");
        assertThat(driver.take("l2", REVIEW, "ann", 3).getRefusal()).isEqualTo("TASK_CLOSED");
        assertThat(driver.answers()).isEmpty();
        assertThat(driver.open().count().open()).isZero();
    }

    @Test
    void requestsThatSayNothingArriveUnderAnotherKeyOrMayMeanTwoThingsAreRefused() {
        driver.take("l1", REVIEW, "ann", 0);
        driver.ask(Tasks.task("a.pdf/s1/1/amount", FieldKind.AMOUNT, "8000", null).build());
        driver.take("l2", "a.pdf/s1/1/amount", "ann", 0);

        assertThat(driver.answer("a1", REVIEW, "l1", "ann", "no digits", 1).getRefusal()).isEqualTo("REQUEST_INVALID");
        assertThat(driver.answer("a1", REVIEW, "l1", "ann", "<script>1</script>", 1).getRefusal()).isEqualTo("REQUEST_INVALID");
        assertThat(driver.answer("a1", REVIEW, "l1", "ann", "1".repeat(1000), 1).getRefusal()).isEqualTo("REQUEST_INVALID");
        assertThat(driver.request(LeaseAction.ANSWER, "a1", REVIEW, "l1", "ann", 1).getRefusal()).isEqualTo("REQUEST_INVALID");
        assertThat(driver.take(" ", REVIEW, "bob", 1).getRefusal()).isEqualTo("REQUEST_INVALID");
        assertThat(driver.answer("a2", "a.pdf/s1/1/amount", "l2", "ann", "8000", 1).getRefusal()).isEqualTo("ANSWER_UNCLEAR");
        assertThat(driver.answer("a3", "a.pdf/s1/1/amount", "l2", "ann", "80.00", 2).getRefusal()).as("the lease holds").isNull();
    }

    @Test
    void theSameInputGivesTheSameDecisionsAgain() {
        assertThat(replay(state.resolve("one"))).hasSize(40).isEqualTo(replay(state.resolve("two")));
    }

    private static List<LeaseDecision> replay(Path folder) {
        List<LeaseDecision> decisions = new ArrayList<>();
        try (ReviewDriver again = new ReviewDriver(folder, Map.of("review.lease.seconds", "10"))) {
            again.ask(Tasks.zip(REVIEW));
            for (int i = 0; i < 20; i++) {
                String who = i % 3 == 0 ? "ann" : "bob";
                decisions.add(again.take("l" + i, REVIEW, who, i * 4L));
                decisions.add(again.request(i % 2 == 0 ? LeaseAction.EXTEND : LeaseAction.RELEASE, "r" + i, REVIEW, "l" + i / 2, who,
                    i * 4L + 3));
            }
        }
        return decisions;
    }

    @Test
    void leasesAreExtendedGivenBackAndPutOff() {
        driver.take("l1", REVIEW, "ann", 0);
        driver.request(LeaseAction.EXTEND, "e1", REVIEW, "l1", "ann", 200);
        assertThat(driver.offered("bob", 400)).isEmpty();
        driver.request(LeaseAction.RELEASE, "r1", REVIEW, "l1", "ann", 400);
        assertThat(driver.offered("bob", 400)).containsExactly(REVIEW);
        driver.take("l2", REVIEW, "bob", 401);
        driver.request(LeaseAction.POSTPONE, "p1", REVIEW, "l2", "bob", 402);
        assertThat(driver.offered("bob", 403)).isEmpty();
        assertThat(driver.offered("bob", 402 + 900)).containsExactly(REVIEW);
    }

    @Test
    void anAnswerOfMineIsCorrectedByANewOneThatNamesItEvenWhereTheSinkHasTakenIt() {
        answerZip(1);
        driver.close(REVIEW, 2);

        assertThat(driver.request(LeaseAction.REOPEN, "l2", REVIEW, null, "bob", 3).getRefusal()).isEqualTo("UNDO_TOO_LATE");
        assertThat(driver.request(LeaseAction.REOPEN, "l2", REVIEW, null, "ann", 3).getLease().getId()).isEqualTo("l2");
        assertThat(driver.take("l3", REVIEW, "bob", 4).getRefusal()).isEqualTo("TASK_CLOSED");
        driver.answer("a2", REVIEW, "l2", "ann", "94108", 5);
        assertThat(driver.answers()).extracting(Correction::getId, Correction::getReplaces)
            .containsExactly(tuple("a1", null), tuple("a2", "a1"));
        assertThat(driver.offered("bob", 100_000)).as("never open again").isEmpty();
        assertThat(driver.request(LeaseAction.REOPEN, "l4", REVIEW, null, "ann", 3605).getRefusal()).isEqualTo("UNDO_TOO_LATE");
    }

    @Test
    void anAnswerThatTheSinkDoesNotTakeLeavesTheTaskOpenAfterAWhile() {
        answerZip(1);

        assertThat(driver.offered("bob", 500)).isEmpty();
        assertThat(driver.take("l2", REVIEW, "bob", 500).getRefusal()).isEqualTo("TASK_CLOSED");
        assertThat(driver.offered("bob", 601)).containsExactly(REVIEW);
        assertThat(driver.take("l3", REVIEW, "bob", 601).getRefusal()).isNull();
    }

    @Test
    void whatIsAnsweredOnTheCommandLineIsNotOfferedAnyMore() {
        Correction elsewhere = ReviewDriver.typed(CorrectionOutcome.EMPTY, "");
        driver.read(Correction.newBuilder(elsewhere).setReview(REVIEW).build(), 1);

        assertThat(driver.offered("ann", 2)).isEmpty();
        assertThat(driver.take("l1", REVIEW, "ann", 2).getRefusal()).isEqualTo("TASK_CLOSED");
        assertThat(driver.request(LeaseAction.REOPEN, "l2", REVIEW, null, "somebody-else", 3).getRefusal()).isEqualTo("UNDO_TOO_LATE");
    }

    @Test
    void requestsWithoutKeyOrContentHarmNobody() {
        driver.driver().createInputTopic("penstock.leases", new StringSerializer(),
            new ByteArraySerializer()).pipeInput((String) null, (byte[]) null);
        LeaseRequest strange = new LeaseRequest("l9", "other", LeaseAction.TAKE, null, "ann", Tasks.START, null);
        driver.driver().createInputTopic("penstock.leases", new StringSerializer(),
            TopicCatalogue.standard().leases().values().serializer()).pipeInput(REVIEW, strange);

        assertThat(driver.take("l1", REVIEW, "bob", 1).getRefusal()).as("the strange one comes first").isEqualTo("REQUEST_INVALID");
        assertThat(driver.offered("ann", 2)).isEmpty();
    }

    private void answerZip(long second) {
        driver.take("l1", REVIEW, "ann", 0);
        driver.answer("a1", REVIEW, "l1", "ann", "94103", second);
    }
}
