package io.penstock.train.run;

import io.penstock.classify.DigitClassifier;
import io.penstock.classify.engine.EnsembleClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.DigitSet;
import io.penstock.train.evaluate.DigitEvaluation;
import io.penstock.train.evaluate.DigitReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an ensemble of trained networks: fits its temperature on the validation writers, measures it on MNIST's test half.
 *
 * @param folder where the data sets are
 * @param models folder of the model store that holds the networks and receives the ensemble
 */
public record EnsembleBuilder(DataFolder folder, Path models) {

    /**
     * Builds and writes an ensemble.
     *
     * @param name    what it will be asked for by
     * @param members content hashes of the networks for digits
     * @param reject  content hash of the reject network
     */
    public Ensemble build(String name, List<String> members, String reject) {
        DigitSet validation = TrainingData.of(folder).validation();
        Ensemble plain = new Ensemble(name, members, reject, 1, null, Map.of(), "");
        double temperature = fit(plain, validation);
        Ensemble calibrated = new Ensemble(name, members, reject, temperature, null, measured(with(plain, temperature), validation),
            "temperature fitted by log loss on the " + validation.size() + " digits of MNIST's validation writers (pool, then scale), "
                + LocalDate.now(ZoneOffset.UTC));
        ModelStore.write(models, calibrated);
        return calibrated;
    }

    private double fit(Ensemble plain, DigitSet validation) {
        try (DigitClassifier classifier = classifier(plain)) {
            float[][] distributions = classifier.classify(Arrays.asList(validation.images()));
            double[][] pooled = new double[distributions.length][10];
            for (int i = 0; i < pooled.length; i++) {
                for (int digit = 0; digit < 10; digit++) {
                    pooled[i][digit] = distributions[i][digit] / Math.max(1e-9, 1 - distributions[i][DigitClassifier.REJECT]);
                }
            }
            return new Temperature(pooled, validation.labels()).fit();
        }
    }

    private Map<String, Double> measured(Ensemble ensemble, DigitSet validation) {
        Map<String, Double> measured = new LinkedHashMap<>();
        try (DigitClassifier classifier = classifier(ensemble)) {
            put(measured, "validation", DigitEvaluation.evaluate(validation, classifier));
            put(measured, "test", DigitEvaluation.evaluate(folder.mnistTest(), classifier));
        }
        return measured;
    }

    private DigitClassifier classifier(Ensemble ensemble) {
        return EnsembleClassifier.load(ModelStore.in(models), ensemble, EnsembleClassifier.DEFAULT_BATCH);
    }

    private static void put(Map<String, Double> measured, String half, DigitReport report) {
        measured.put(half + "Accuracy", report.accuracy());
        measured.put(half + "Ece", report.ece());
        measured.put(half + "LogLoss", report.logLoss());
        measured.put(half + "Rejected", report.rejected());
    }

    private static Ensemble with(Ensemble plain, double temperature) {
        return new Ensemble(plain.name(), plain.members(), plain.reject(), temperature, null, Map.of(), "");
    }
}
