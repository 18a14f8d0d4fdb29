package io.penstock.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.stage.StageWatch.Look;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class StageWatchTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Instant now = Instant.EPOCH;
    private Look look = new Look(State.RUNNING, 2, 0, 0, 0);
    private final StageWatch watch = new StageWatch("classify", PATIENCE, () -> look, () -> now);

    @Test
    void aStageWithoutWorkIsWell() {
        pass(PATIENCE.multipliedBy(10));
        assertThat(watch.trouble()).isEmpty();
        assertThat(watch.isReady()).isTrue();
    }

    @Test
    void aStageThatCommitsIsWellHoweverMuchWaits() {
        for (int i = 0; i < 100; i++) {
            look = new Look(State.RUNNING, 2, i, 1000, 0);
            pass(Duration.ofSeconds(10));
        }
        assertThat(watch.trouble()).isEmpty();
    }

    @Test
    void aStageThatCommitsNothingWhileRecordsWaitStandsStill() {
        assertThat(watch.trouble()).isEmpty();
        look = new Look(State.RUNNING, 2, 0, 7, 0);
        pass(PATIENCE.plusSeconds(10));
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).startsWith("stage classify stands still: RUNNING")
            .endsWith("7 records wait"));
    }

    @Test
    void aGroupThatFindsNoRestIsNeitherReadyNorWell() {
        assertThat(watch.trouble()).isEmpty();
        look = new Look(State.REBALANCING, 0, 0, 0, 0);
        pass(PATIENCE.plusSeconds(10));
        assertThat(watch.isReady()).isFalse();
        assertThat(watch.trouble()).isPresent();
    }

    @Test
    void stateThatIsRestoredIsProgress() {
        for (int i = 0; i < 100; i++) {
            look = new Look(State.REBALANCING, 0, 0, 0, i * 1000);
            pass(Duration.ofSeconds(10));
        }
        assertThat(watch.trouble()).isEmpty();
        assertThat(watch.isReady()).isFalse();
    }

    /** The watch looks every few seconds, as the command makes it. */
    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
            now = now.plusSeconds(10);
            watch.look();
        }
    }
}
