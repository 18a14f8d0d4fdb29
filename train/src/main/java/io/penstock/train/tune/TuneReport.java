package io.penstock.train.tune;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What a search found.
 *
 * @param description what was searched
 * @param ranking     the last result of each trial: those that climbed highest first, among them the best first
 * @param results     all results, in the order of the plan
 */
public record TuneReport(StudyDescription description, List<TrialResult> ranking, List<TrialResult> results) {

    /** Ranks the results of a finished search. */
    public static TuneReport of(StudyDescription description, List<TrialResult> results) {
        List<TrialResult> last = results.stream()
            .filter(one -> results.stream().noneMatch(other -> other.trial() == one.trial() && other.rung() > one.rung()))
            .sorted(Comparator.comparingInt(TrialResult::rung).reversed().thenComparing(TrialResult.BEST_FIRST)).toList();
        return new TuneReport(description, last, List.copyOf(results));
    }

    /** Returns the trial that won. */
    public TrialResult best() {
        return ranking.get(0);
    }

    /** Writes it as JSON. */
    public void writeJson(Path file) {
        try {
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + file + " cannot be written", e);
        }
    }
}
