package io.penstock.train.explore;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.PublishedSet;
import io.penstock.train.data.WriterSplit;
import io.penstock.train.sample.TrainingData;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public digit sets as they were found, with their figures.
 *
 * @param sets    the digits of each set that is there; MNIST always is
 * @param figures figures of each, in the same order
 * @param writers who wrote MNIST's two parts; empty where the table of writers is not there
 * @param missing for each set that is not there why
 */
public record Exploration(Map<PublishedSet, DigitSet> sets, List<SetFigures> figures, Optional<WriterFigures> writers,
                          List<String> missing) {

    /**
     * Reads the sets and counts.
     *
     * @throws DataSetException where MNIST is not to be had, or a set that is there is not what it should be
     */
    public static Exploration of(DataFolder data) {
        Map<PublishedSet, DigitSet> sets = new EnumMap<>(PublishedSet.class);
        List<String> missing = new ArrayList<>();
        for (PublishedSet set : PublishedSet.values()) {
            if (set.isThere(data)) {
                sets.put(set, set.read(data));
            } else {
                missing.add(set.id() + " is not in " + data.root());
            }
        }
        boolean known = Files.exists(data.writers());
        if (!known) {
            missing.add("the writers of MNIST's digits (" + data.writers() + ") are not there");
        }
        return new Exploration(sets, sets.entrySet().stream().map(set -> SetFigures.of(set.getKey().id(), set.getValue())).toList(),
            known ? Optional.of(writers(data)) : Optional.empty(), missing);
    }

    private static WriterFigures writers(DataFolder data) {
        return WriterFigures.of(WriterSplit.of(data.writers(), TrainingData.VALIDATION_DIGITS, TrainingData.SPLIT_SEED));
    }
}
