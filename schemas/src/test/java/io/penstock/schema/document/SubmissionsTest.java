package io.penstock.schema.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Submission;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void theTimeAtTheBrokerDecides() {
        assertThat(Submissions.isLater(at(0, 7, NOON.plusSeconds(1)), at(1, 900, NOON))).isTrue();
        assertThat(Submissions.isLater(at(1, 900, NOON), at(0, 7, NOON.plusSeconds(1)))).isFalse();
    }

    @Test
    void aTopicThatWasMadeAnewBeginsWithLowOffsetsAndIsLaterAllTheSame() {
        assertThat(Submissions.isLater(at(0, 0, NOON.plusSeconds(10)), at(0, 40_000, NOON))).isTrue();
        assertThat(Submissions.isLater(at(0, 40_000, NOON.minusSeconds(86_400)), at(0, 3, NOON))).isFalse();
    }

    @Test
    void aNewLeaderWhoseClockIsBehindTurnsNothingAround() {
        assertThat(Submissions.isLater(at(0, 8, NOON.minusSeconds(30)), at(0, 7, NOON))).isTrue();
    }

    @Test
    void recordsOfEarlierVersionsAreNamedByTheirPlace() {
        Submission old = new Submission("documents", 2, 11L, NOON, "");
        assertThat(Submissions.id(old)).isEqualTo("2.11");
        assertThat(Submissions.same(old, new Submission("documents", 2, 11L, NOON, ""))).isTrue();
    }

    private static Submission at(int partition, long offset, Instant time) {
        return new Submission("documents", partition, offset, time, partition + "/" + offset + "/" + time);
    }
}
