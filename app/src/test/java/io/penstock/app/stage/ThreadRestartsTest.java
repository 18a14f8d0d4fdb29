package io.penstock.app.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadRestartsTest {

    private static final StreamsException FAILURE = new StreamsException("a broker is away");

    private final Semaphore added = new Semaphore(0);
    private Instant now = Instant.EPOCH;
    private final ThreadRestarts restarts = new ThreadRestarts("ingest", 2, added::release, () -> now);

    @Test
    void theFailureGoesOnSoThatTheThreadLeavesItsGroupAndAnotherIsAdded() throws InterruptedException {
        assertThatThrownBy(() -> restarts.handle(FAILURE)).isSameAs(FAILURE);
        assertThat(added.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(restarts.failure()).isEmpty();
    }

    @Test
    void theStageStopsWhereThereAreTooManyInAnHour() {
        fail(2);
        assertThat(restarts.handle(FAILURE)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(restarts.failure()).contains(FAILURE);
    }

    @Test
    void restartsAreForgivenAfterAnHour() {
        fail(2);
        now = now.plus(ThreadRestarts.MEMORY);
        fail(2);
        assertThat(restarts.failure()).isEmpty();
    }

    @Test
    void aMissingRightStopsTheStageAtOnce() {
        StreamsException denied = new StreamsException(new TopicAuthorizationException(Set.of("penstock.pages")));
        assertThat(restarts.handle(denied)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(restarts.failure()).contains(denied);
    }

    @Test
    void pausesGrowToHalfAMinute() {
        assertThat(ThreadRestarts.pause(0)).isZero();
        assertThat(ThreadRestarts.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(ThreadRestarts.pause(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(ThreadRestarts.pause(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> restarts.handle(FAILURE)).isSameAs(FAILURE);
        }
    }
}
