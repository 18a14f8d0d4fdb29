package io.penstock.review.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.review.Tasks;
import io.penstock.schema.Candidate;
import io.penstock.schema.FieldKind;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlanceEvidenceTest {

    private static final Glance GLANCE = new Glance(0.02, 0.01);

    /** A field read as 94103 with a confidence, and what else it may be: {@code 94108:0.3}. */
    private static ReviewTask task(Double confidence, String... others) {
        ReviewTask task = Tasks.task("doc/s1/1/zip", FieldKind.ZIP, "94103", "94103").build();
        List<Candidate> candidates = Arrays.stream(others)
            .map(other -> new Candidate(other.split(":")[0], Double.parseDouble(other.split(":")[1]))).toList();
        return ReviewTask.newBuilder(task).setCandidates(candidates)
            .setNumber(RecognizedNumber.newBuilder(task.getNumber()).setConfidence(confidence).build()).build();
    }

    private static double passed(ReviewTask task, int index) {
        return GlanceEvidence.posterior(task, index, false, GLANCE);
    }

    @Test
    void aDoubtfulDigitThatIsPassedByMakesTheFieldSure() {
        assertThat(passed(task(0.7, "94103:0.7", "94108:0.3"), 4)).isEqualTo(0.7 / (0.7 + 0.3 * 0.02 / 0.99), within(1e-12));
    }

    @Test
    void anotherDigitThanTheDoubtfulOneProvesNothing() {
        assertThat(passed(task(0.7, "94103:0.7", "94108:0.3"), 0)).isEqualTo(0.7, within(1e-12));
    }

    @Test
    void aLostDigitAndWhatIsOnNoListKeepTheirWeight() {
        double posterior = passed(task(0.7, "94103:0.7", "94108:0.1", "9410:0.1", "941033:0.05"), 4);
        assertThat(posterior).isEqualTo(0.7 / (0.7 + 0.1 * 0.02 / 0.99 + 0.2), within(1e-12)).isLessThan(0.8);
    }

    @Test
    void whatACalibratedConfidenceDoubtsIsSharedOutAsTheReadingsAre() {
        double posterior = passed(task(0.6, "94103:0.9", "94108:0.05", "94703:0.05"), 4);
        assertThat(posterior).isEqualTo(0.6 / (0.6 + 0.2 * 0.02 / 0.99 + 0.2), within(1e-12));
    }

    @Test
    void aMarkedDigitMakesTheFieldDoubtful() {
        assertThat(GlanceEvidence.posterior(task(0.99, "94103:0.99", "94108:0.01"), 4, true, GLANCE)).isLessThan(0.51);
    }

    @Test
    void ofAFieldOfWhichNothingCanBeSaidNothingIsProved() {
        assertThat(passed(task(null), 4)).isZero();
    }

    @Test
    void thePlaceOfThePointIsNotSeenOnADigit() {
        ReviewTask amount = Tasks.task("doc/s1/1/sum", FieldKind.AMOUNT, "8000", "80.00").build();
        ReviewTask asked = ReviewTask.newBuilder(amount)
            .setCandidates(List.of(new Candidate("80.00", 0.5), new Candidate("8000", 0.5))).build();
        assertThat(passed(asked, 0)).isEqualTo(0.5, within(1e-12));
    }
}
