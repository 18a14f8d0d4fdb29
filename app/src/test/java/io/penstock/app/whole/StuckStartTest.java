package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.process.StartWatchdog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs whose start stands still, or does not, under watch. */
@Tag("alone")
class StuckStartTest {

    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    /** A start that lasts six seconds under a patience of two. */
    static final class Start {

        private Start() {
        }

        @SuppressWarnings("try") // the watch goes on for as long as it is open
        public static void main(String[] arguments) throws InterruptedException {
            try (StartWatchdog watchdog = StartWatchdog.begin(Duration.ofSeconds(2))) {
                if (arguments[0].equals("done")) {
                    watchdog.end();
                }
                for (int i = 0; i < 60; i++) {
                    long until = System.nanoTime() + (arguments[0].equals("busy") ? 20_000_000 : 0);
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    Thread.sleep(100);
                }
            }
        }
    }

    @Test
    void aStartThatStandsStillIsEndedWithACode() throws Exception {
        try (Jvm start = Jvm.start(folder, Start.class, List.of("still"))) {
            assertThat(start.exitCode(60)).isEqualTo(KILLED);
            assertThat(start.stderr()).startsWith("penstock: START_STUCK: ").hasLineCount(1);
        }
    }

    @Test
    void oneThatWorksOrIsOverIsNot() throws Exception {
        try (Jvm busy = Jvm.start(folder, Start.class, List.of("busy")); Jvm over = Jvm.start(folder, Start.class, List.of("done"))) {
            assertThat(busy.exitCode(60)).as(busy.stderr()).isZero();
            assertThat(over.exitCode(60)).as(over.stderr()).isZero();
            assertThat(busy.stderr() + over.stderr()).isEmpty();
        }
    }
}
