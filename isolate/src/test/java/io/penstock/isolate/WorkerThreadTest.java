package io.penstock.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.isolate.Outcome.Done;
import io.penstock.isolate.Outcome.Failed;
import io.penstock.isolate.Outcome.Failure;
import io.penstock.isolate.drill.Act;
import io.penstock.isolate.drill.Drill;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work on threads of this process. */
@Timeout(60)
class WorkerThreadTest {

    private static final Map<String, String> SETUP = Map.of(Echo.PREFIX, "> ", IsolationConfig.DRILLS, "true");

    @ParameterizedTest
    @CsvSource({"STALL, TIMEOUT", "ERROR, BROKEN", "OVERFLOW, BROKEN"})
    void hangsAndErrorsAreSurvived(Act act, Failure failure) {
        Isolator isolator = Isolator.of(config(Duration.ofMillis(500)), Echo.class, Map.of());
        isolator.open(SETUP);
        assertThat(isolator.run(SETUP, Drill.order(Echo.STAGE, act).getBytes(StandardCharsets.UTF_8)))
            .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.failure()).isEqualTo(failure));
        assertThat(isolator.run(SETUP, "next".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Done.class);
        isolator.close();
    }

    @Test
    void everyPartHasItsOwnTime() {
        Isolator isolator = Isolator.onThreads(config(Duration.ofMillis(600)), setup -> (input, parts) -> {
            for (int i = 0; i < 4; i++) {
                Thread.sleep(300);
                parts.add(input);
            }
        });
        isolator.open(Map.of());
        assertThat(isolator.run(Map.of(), new byte[1])).isInstanceOf(Done.class);
        isolator.close();
    }

    @Test
    void oneCallerAlwaysGetsTheSamePlaceAndTwoAtOnceGetOneEach() throws InterruptedException {
        AtomicInteger started = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(2);
        Isolator isolator = Isolator.onThreads(config(Duration.ofSeconds(20)), setup -> {
            started.incrementAndGet();
            return (input, parts) -> {
                if (input.length > 0) {
                    together.await();
                }
            };
        });
        isolator.open(Map.of());
        isolator.open(Map.of());
        isolator.run(Map.of(), new byte[0]);
        isolator.run(Map.of(), new byte[0]);
        assertThat(started).hasValue(1);
        Thread other = new Thread(() -> isolator.run(Map.of(), new byte[1]));
        other.start();
        isolator.run(Map.of(), new byte[1]);
        other.join();
        assertThat(started).hasValue(2);
        isolator.close();
        isolator.close();
    }

    @Test
    void workIsClosedWithTheLastUserAndWhenItsSetupChanges() {
        AtomicInteger closed = new AtomicInteger();
        Isolator isolator = Isolator.onThreads(config(Duration.ofSeconds(5)), setup -> new Work() {
            @Override
            public void run(byte[] input, Parts parts) {
                // nothing comes of it
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        isolator.open(Map.of());
        isolator.run(Map.of("a", "b"), new byte[0]);
        assertThat(closed).hasValue(1);
        isolator.close();
        assertThat(closed).hasValue(2);
    }

    private static IsolationConfig config(Duration step) {
        return new IsolationConfig(IsolationConfig.Mode.THREAD, step, 512L << 20, true);
    }
}
