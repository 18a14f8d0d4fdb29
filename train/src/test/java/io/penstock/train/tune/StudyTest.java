package io.penstock.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.train.tune.TuneException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final SearchSpace SPACE = SearchSpace.parse("""
        name: toy
        parameters:
          learningRate: {from: 0.0001, to: 0.1, scale: log}
          average: [0, 0.9]
        """, "toy.yaml");

    @TempDir
    private Path folder;
    private final List<String> trained = new ArrayList<>();

    @Test
    void halvingTrainsFewerTrialsLongerAndEndsWithOne() throws Exception {
        List<TrialResult> results = study(Plan.halving(SPACE, 9, 3, 1, 9_000), Integer.MAX_VALUE).run();
        assertThat(results).extracting(TrialResult::samples).containsOnly(1_000L, 3_000L, 9_000L);
        assertThat(results.stream().map(TrialResult::rung)).filteredOn(rung -> rung == 1).hasSize(9);
        assertThat(results.stream().map(TrialResult::rung)).filteredOn(rung -> rung == 2).hasSize(3);
        TuneReport report = TuneReport.of(description(Plan.halving(SPACE, 9, 3, 1, 9_000)), results);
        assertThat(report.best().rung()).isEqualTo(3);
        assertThat(report.ranking()).hasSize(9);
        double bestOfFirst = results.stream().filter(one -> one.rung() == 1).mapToDouble(TrialResult::validationAccuracy).max()
            .orElseThrow();
        assertThat(report.best().validationAccuracy()).isEqualTo(bestOfFirst);
    }

    @Test
    void aSearchThatWasBrokenOffRepeatsNoFinishedTrial() throws Exception {
        Plan plan = Plan.halving(SPACE, 9, 3, 1, 9_000);
        assertThatThrownBy(() -> study(plan, 10).run()).isInstanceOf(InterruptedException.class);
        Files.writeString(folder.resolve("trials.jsonl"), "{\"rung\":2,\"tri", StandardOpenOption.APPEND);
        List<TrialResult> resumed = study(plan, Integer.MAX_VALUE).run();
        assertThat(trained).doesNotHaveDuplicates().hasSize(13);
        assertThat(resumed).hasSize(13);
        assertThat(Files.readAllLines(folder.resolve("trials.jsonl"))).hasSize(13);
    }

    @Test
    void theFolderOfAnotherSearchIsRefused() throws Exception {
        study(Plan.random(SPACE, 2, 1, 100), 9).run();
        assertThatThrownBy(() -> study(Plan.random(SPACE, 2, 2, 100), 9).run())
            .isInstanceOfSatisfying(TuneException.class, e -> assertThat(e.code()).isEqualTo(Code.STUDY_DIFFERS));
    }

    @Test
    void theSameSeedDrawsTheSameTrialsAndNoneTwice() {
        assertThat(Plan.random(SPACE, 20, 7, 100)).isEqualTo(Plan.random(SPACE, 20, 7, 100)).isNotEqualTo(Plan.random(SPACE, 20, 8, 100));
        assertThat(Plan.random(SPACE, 20, 7, 100).trials().stream().map(Trial::values)).doesNotHaveDuplicates();
    }

    @Test
    void moreTrialsThanTheSpaceHasAreRefused() {
        SearchSpace two = SearchSpace.parse("name: two\nparameters: {average: [0, 0.9]}", "two.yaml");
        assertThatThrownBy(() -> Plan.random(two, 3, 1, 100)).hasMessageContaining("only about 2");
        assertThatThrownBy(() -> Plan.halving(two, 2, 3, 1, 100)).hasMessageContaining("at least as many trials");
    }

    @Test
    void theReportShowsEveryTrialAsPageAndAsJson() throws Exception {
        Plan plan = Plan.halving(SPACE, 9, 3, 1, 9_000);
        TuneReport report = TuneReport.of(description(plan), study(plan, Integer.MAX_VALUE).run());
        String html = new TunePage(report, SPACE).page().html();
        assertThat(html).contains("learningRate", "Rungs", "Trial " + report.best().trial() + " of 9 won", "data:image/png");
        report.writeJson(folder.resolve("report.json"));
        assertThat(Files.readString(folder.resolve("report.json"))).contains("\"ranking\"", "\"validationAccuracy\"");
    }

    private Study study(Plan plan, int breakAfter) throws IOException {
        TrialRunner runner = (rung, trial, samples, work) -> {
            if (trained.size() >= breakAfter) {
                throw new InterruptedException("power cut");
            }
            trained.add(rung + "-" + trial.number());
            double quality = 0.9 - Math.abs(Math.log10(trial.number(Parameter.LEARNING_RATE, 1)) + 2.5) / 10;
            return new TrialResult(rung, trial.number(), trial.values(), samples, 100, quality, 1 - quality, 0.1);
        };
        return new Study(description(plan), runner, folder, result -> { });
    }

    private static StudyDescription description(Plan plan) {
        return new StudyDescription("toy", "halving", 1, 100, 50, plan);
    }
}
