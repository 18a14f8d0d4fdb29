package io.penstock.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.isolate.Outcome.Done;
import io.penstock.isolate.Outcome.Failed;
import io.penstock.isolate.Outcome.Failure;
import io.penstock.isolate.Outcome.Refused;
import io.penstock.isolate.drill.Act;
import io.penstock.isolate.drill.Drill;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work in child processes, whatever it does to them. */
@Timeout(60)
class IsolatorTest {

    private static final Map<String, String> SETUP = Map.of(Echo.PREFIX, "> ", IsolationConfig.DRILLS, "true");

    private final Isolator isolator = isolator(Duration.ofSeconds(1));

    @AfterEach
    void close() {
        isolator.close();
    }

    @Test
    void answersComeBackWhateverTheWorkPrints() {
        assertThat(answers("one")).containsExactly("> one");
        assertThat(answers("two")).containsExactly("> two");
    }

    @Test
    void oneProcessWorksOnAllInputsOfACaller() {
        assertThat(answers("pid").get(1)).isEqualTo(answers("pid").get(1)).isNotEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void largeInputsAndAnswersPass() {
        assertThat(answers("x".repeat(20_000_000)).get(0)).hasSize(20_000_002);
    }

    @Test
    void theWorksOwnNoKeepsItsCode() {
        assertThat(run("refuse")).isEqualTo(new Refused("NOT_LIKED", "say\nsomething else"));
        assertThat(answers("one")).containsExactly("> one");
    }

    @ParameterizedTest
    @CsvSource({"HANG, TIMEOUT", "STALL, TIMEOUT", "ALLOCATE, OUT_OF_MEMORY", "ALLOCATE_NATIVE, OUT_OF_MEMORY", "CRASH, CRASHED",
        "KILL, CRASHED", "ERROR, BROKEN", "OVERFLOW, BROKEN"})
    void whateverWorkDoesTheNextInputIsWorkedOn(Act act, Failure failure) {
        answers("warm");
        Outcome outcome = run(Drill.order(Echo.STAGE, act));
        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.failure()).isEqualTo(failure));
        assertThat(answers("next")).containsExactly("> next");
    }

    @Test
    void aCrashSaysWhereItHappened() {
        assertThat(((Failed) run(Drill.order(Echo.STAGE, Act.CRASH))).message()).contains("SIGSEGV").contains("Unsafe");
        assertThat(((Failed) run(Drill.order(Echo.STAGE, Act.KILL))).message()).contains("137");
    }

    @Test
    void aProcessThatIsKilledFromOutsideCostsNoInput() {
        long pid = Long.parseLong(answers("pid").get(1));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        assertThat(answers("next")).containsExactly("> next");
    }

    @Test
    void aNewSetupReachesAProcessThatRuns() {
        assertThat(answers("pid").get(1)).isEqualTo(answers("pid").get(1));
        Outcome outcome = isolator.run(Map.of(Echo.PREFIX, "# "), "one".getBytes(StandardCharsets.UTF_8));
        assertThat(texts(outcome)).containsExactly("# one");
    }

    @Test
    void thereIsOneProcessForOneCallerFromTheBeginning() {
        answers("pid");
        assertThat(ProcessHandle.current().children().filter(child -> child.info().commandLine().orElse("").contains("ChildMain")))
            .hasSize(1);
    }

    @Test
    void workThatCannotBeStartedIsNoInputsFault() {
        assertThatThrownBy(() -> isolator.run(Map.of(Echo.PREFIX, "broken"), new byte[0])).isInstanceOf(IsolationException.class)
            .hasMessageContaining("no such prefix");
    }

    @Test
    void drillsNeedThePermissionOfTheConfiguration() {
        Outcome outcome = isolator.run(Map.of(Echo.PREFIX, "> "), Drill.order(Echo.STAGE, Act.KILL).getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(Done.class);
    }

    @Test
    void theLastUserEndsTheProcess() {
        ProcessHandle child = ProcessHandle.of(Long.parseLong(answers("pid").get(1))).orElseThrow();
        isolator.open(SETUP);
        isolator.close();
        assertThat(child.isAlive()).isTrue();
        isolator.close();
        child.onExit().join();
        isolator.open(SETUP);
    }

    private static Isolator isolator(Duration step) {
        Isolator isolator = Isolator.of(new IsolationConfig(IsolationConfig.Mode.PROCESS, step, 512L << 20, true), Echo.class, Map.of());
        isolator.open(SETUP);
        return isolator;
    }

    private Outcome run(String input) {
        return isolator.run(SETUP, input.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> answers(String input) {
        return texts(run(input));
    }

    private static List<String> texts(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).parts().stream().map(part -> new String(part, StandardCharsets.UTF_8)).toList();
    }
}
