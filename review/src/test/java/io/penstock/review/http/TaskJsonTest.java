package io.penstock.review.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.penstock.review.Tasks;
import io.penstock.review.access.Role;
import io.penstock.review.access.Visitor;
import io.penstock.review.desk.DeskPolicy;
import io.penstock.review.desk.HeldTask;
import io.penstock.schema.Candidate;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.Lease;
import io.penstock.schema.OpenTask;
import io.penstock.schema.ReviewTask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a task reaches the browser. */
class TaskJsonTest {

    private static final String REVIEW = "a b/c.pdf/s1/1/zip";

    private final TaskJson json = new TaskJson(new ObjectMapper(), new DeskPolicy(4, DeskPolicy.Blind.NEVER, Set.of(), true), 1950);
    private final Visitor clerk = new Visitor("ann", Set.of(Role.CLERK), "token");

    @Test
    void whoTypesBlindIsNotSentTheReadingAnywhere() {
        assertThat(json.task(held(state().setSample(true).build()), clerk).toString()).doesNotContain("94103", "0.75", "QUALITY_SAMPLE");
        assertThat(json.task(held(state().setPeople(2).build()), clerk).toString()).doesNotContain("94103", "0.75");
        assertThat(json.task(held(state().build()), clerk).toString()).contains("94103", "0.75", "LOW_CONFIDENCE");
    }

    @Test
    void theSecondPersonIsNotSentTheFirstOnesAnswerAndTheFirstIsSentHisOwn() {
        OpenTask keyed = state().setPeople(2).setAnswers(List.of(answer("bob", "12121"))).build();

        ObjectNode second = json.task(held(keyed), clerk);
        assertThat(second.path("keying").asText()).isEqualTo("second");
        assertThat(second.toString()).doesNotContain("12121");
        ObjectNode first = json.task(held(keyed), new Visitor("bob", Set.of(Role.CLERK), "token"));
        assertThat(first.path("keying").asText()).isEqualTo("first");
        assertThat(first.path("answered").path("text").asText()).isEqualTo("12121");
    }

    @Test
    void accountNumbersBesideATaskAreMaskedForClerks() {
        var account = Tasks.number(REVIEW, FieldKind.ACCOUNT, "12345678", "12345678").build();

        assertThat(json.sibling(account, clerk).toString()).doesNotContain("123456").contains("••••••78");
        assertThat(json.sibling(account, new Visitor("dora", Set.of(Role.SUPERVISOR), "token")).path("text").asText())
            .isEqualTo("12345678");
    }

    @Test
    void theAddressOfATaskHoldsItsIdInOneSegment() {
        assertThat(json.task(held(state().build()), clerk).path("snippet").asText())
            .isEqualTo("/api/tasks/a%20b%2Fc.pdf%2Fs1%2F1%2Fzip/snippet.png");
    }

    private static HeldTask held(OpenTask state) {
        ReviewTask task = Tasks.task(REVIEW, FieldKind.ZIP, "94103", "94103").setCandidates(List.of(new Candidate("94103", 0.75))).build();
        return new HeldTask(REVIEW, state, Optional.of(task), List.of());
    }

    private static OpenTask.Builder state() {
        return OpenTask.newBuilder().setDocument("a b/c.pdf").setPage(1).setCopy(1).setKind(FieldKind.ZIP).setText("94103")
            .setValue("94103").setConfidence(0.75).setSample(false).setSubmittedAt(Tasks.START).setPartition(0).setOffset(0L).setPeople(1)
            .setLease(new Lease("l1", "ann", Tasks.START, Tasks.START.plusSeconds(300)));
    }

    private static Correction answer(String reviewer, String text) {
        return Correction.newBuilder().setId("a1").setReview(REVIEW).setDocument("a b/c.pdf").setOutcome(CorrectionOutcome.TEXT)
            .setText(text).setReviewer(reviewer).setCorrectedAt(Tasks.START).build();
    }
}
