package io.penstock.train.tune;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.train.tune.TuneException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A search in a folder: {@code study.json} says what is searched, {@code trials.jsonl} has the results, {@code trials/} the checkpoints
 * of the trial that is being trained.
 *
 * @param description what is searched
 * @param runner      trains the trials
 * @param folder      made where it is not there
 * @param finished    is told each result as it comes
 */
public record Study(StudyDescription description, TrialRunner runner, Path folder, Consumer<TrialResult> finished) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Makes the search, or what is left of it.
     *
     * @return all results, in the order of the plan
     * @throws TuneException        where the folder holds another search
     * @throws InterruptedException where the thread is interrupted; the search can be gone on with
     */
    public List<TrialResult> run() throws InterruptedException {
        claim();
        TrialLog log = new TrialLog(folder.resolve("trials.jsonl"));
        List<TrialResult> earlier = log.read();
        List<TrialResult> all = new ArrayList<>();
        List<Trial> climbing = description.plan().trials();
        for (int rung = 1; rung <= description.plan().rungs().size(); rung++) {
            Plan.Rung step = description.plan().rungs().get(rung - 1);
            List<TrialResult> results = new ArrayList<>();
            for (Trial trial : best(climbing, all, rung - 1, step.trials())) {
                results.add(result(rung, trial, step.samples(), earlier, log));
            }
            climbing = climbing.stream().filter(trial -> results.stream().anyMatch(one -> one.trial() == trial.number())).toList();
            all.addAll(results);
        }
        return all;
    }

    private TrialResult result(int rung, Trial trial, long samples, List<TrialResult> earlier, TrialLog log) throws InterruptedException {
        Optional<TrialResult> known = earlier.stream().filter(one -> one.rung() == rung && one.trial() == trial.number()).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Path work = folder.resolve("trials").resolve(rung + "-" + trial.number());
        TrialResult result = runner.run(rung, trial, samples, work);
        log.append(result);
        delete(work);
        finished.accept(result);
        return result;
    }

    private static List<Trial> best(List<Trial> trials, List<TrialResult> results, int rung, int count) {
        if (rung == 0) {
            return trials;
        }
        List<Integer> numbers = results.stream().filter(one -> one.rung() == rung).sorted(TrialResult.BEST_FIRST).limit(count)
            .map(TrialResult::trial).toList();
        return trials.stream().filter(trial -> numbers.contains(trial.number())).toList();
    }

    private void claim() {
        Path file = folder.resolve("study.json");
        try {
            Files.createDirectories(folder);
            JsonNode mine = JSON.readTree(JSON.writeValueAsBytes(description));
            if (Files.exists(file) && !JSON.readTree(file.toFile()).equals(mine)) {
                throw new TuneException(Code.STUDY_DIFFERS, folder + " holds another search: go on with the same space, strategy, seed and"
                    + " budget, or name another folder with --work");
            }
            Files.write(file, JSON.writeValueAsBytes(mine));
        } catch (IOException e) {
            throw new UncheckedIOException("the search cannot be kept in " + folder, e);
        }
    }

    private static void delete(Path work) {
        if (!Files.exists(work)) {
            return;
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints of a finished trial cannot be removed from " + work, e);
        }
    }
}
