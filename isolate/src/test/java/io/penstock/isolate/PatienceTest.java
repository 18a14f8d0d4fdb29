package io.penstock.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Slow work is told from a slow machine. */
class PatienceTest {

    private static final long LIMIT = 200;

    private final AtomicLong spent = new AtomicLong();
    private final Patience patience = new Patience(Duration.ofMillis(LIMIT), () -> spent.get() * 1_000_000);

    @Test
    void whatStandsStillIsOverInTime() throws InterruptedException {
        assertThat(patience.isOver()).isFalse();
        Thread.sleep(LIMIT + 1);
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void whatRunsInCirclesIsOverInTime() throws InterruptedException {
        patience.isOver();
        Thread.sleep(LIMIT + 1);
        spent.set(LIMIT);
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void whatOthersLeaveLittleProcessorTimeGetsFourTimesAsLong() throws InterruptedException {
        patience.isOver();
        Thread.sleep(LIMIT + 1);
        spent.set(LIMIT / 4);
        assertThat(patience.isOver()).isFalse();
        Thread.sleep(3 * LIMIT + 1);
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void aNewStepHasItsOwnTime() throws InterruptedException {
        Thread.sleep(LIMIT + 1);
        patience.next();
        assertThat(patience.isOver()).isFalse();
    }
}
