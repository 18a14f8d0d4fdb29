package io.penstock.train.calibrate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.Ensemble.Gate;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.Scaling;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.DataFolder;
import io.penstock.train.evaluate.Answers;
import io.penstock.train.evaluate.DigitReport;
import io.penstock.train.evaluate.Reliability;
import io.penstock.train.sample.TrainingData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes an ensemble of trained networks: fits its scaling and the gate's on the validation writers' digits and
 * rubbish, the gate's level on those and on varied copies of the digits; then measures it on those digits and on MNIST's test half.
 *
 * @param folder where the data sets are
 * @param models folder of the model store that holds the networks and receives the ensemble
 */
public record EnsembleBuilder(DataFolder folder, Path models) {

    /**
     * Builds and writes an ensemble.
     *
     * @param name    what it will be asked for by
     * @param members content hashes of the networks
     * @param slant   columns a row that the members' two further views of a glyph lean; 0: none
     * @param gate    content hash of the network that answers easy glyphs alone; null: every glyph goes to all members
     * @param lines   content hashes of the networks that read lines of free writing; may be empty
     */
    public Ensemble build(String name, List<String> members, double slant, String gate, List<String> lines) {
        DigitSet validation = TrainingData.of(folder).validation();
        CalibrationGlyphs glyphs = CalibrationGlyphs.of(validation, CalibrationGlyphs.COPIES, CalibrationGlyphs.RUBBISH);
        Ensemble plain = new Ensemble(name, members, slant, Scaling.NONE, null, List.of(), Map.of(), "");
        float[][] pooled = answers(plain, glyphs.all());
        Scaling scaling = fit(pooled, glyphs);
        Gate fitted = gate == null ? null : gate(gate, scaled(pooled, scaling), glyphs);
        Ensemble built = new Ensemble(name, members, slant, scaling, fitted, List.of(), Map.of(), "");
        Map<String, Double> measured = new LinkedHashMap<>();
        measure(measured, "validation", plain, built, validation);
        measure(measured, "test", plain, built, folder.mnistTest());
        Ensemble calibrated = new Ensemble(name, members, slant, scaling, fitted, lines, measured, calibrated(glyphs, fitted));
        ModelStore.write(models, calibrated);
        return calibrated;
    }

    private Gate gate(String hash, float[][] ensemble, CalibrationGlyphs glyphs) {
        float[][] alone = answers(Ensemble.uncalibrated(hash, List.of(hash)), glyphs.all());
        Scaling scaling = fit(alone, glyphs);
        GateLevel level = new GateLevel(scaled(alone, scaling), ensemble, glyphs.all(), glyphs.digits().size());
        return new Gate(hash, scaling, level.lowest());
    }

    /** Fits on the digits as they are and on rubbish. */
    private static Scaling fit(float[][] pooled, CalibrationGlyphs glyphs) {
        int digits = glyphs.digits().size();
        return new ScalingFit(Arrays.copyOf(pooled, digits), glyphs.digits().labels(),
            Arrays.copyOfRange(pooled, digits + glyphs.copies().size(), pooled.length)).fit();
    }

    private static float[][] scaled(float[][] pooled, Scaling scaling) {
        return Arrays.stream(pooled).map(scaling::of).toArray(float[][]::new);
    }

    private void measure(Map<String, Double> measured, String half, Ensemble plain, Ensemble built, DigitSet digits) {
        try (EnsembleClassifier classifier = classifier(built)) {
            DigitReport report = DigitReport.of(Answers.of(digits, classifier));
            measured.put(half + "Accuracy", report.accuracy());
            measured.put(half + "Ece", report.ece());
            measured.put(half + "LogLoss", report.logLoss());
            measured.put(half + "Rejected", report.rejected());
            if (built.gate() != null) {
                measured.put(half + "ByGate", classifier.answered().byGate() / (double) digits.size());
            }
        }
        try (EnsembleClassifier classifier = classifier(plain)) {
            Answers uncalibrated = Answers.of(digits, classifier);
            measured.put(half + "EceUncalibrated", Reliability.of(uncalibrated).ece());
            measured.put(half + "AccuracyWithoutGate", DigitReport.of(uncalibrated).accuracy());
        }
    }

    private float[][] answers(Ensemble ensemble, DigitSet glyphs) {
        try (DigitClassifier classifier = classifier(ensemble)) {
            return classifier.classify(Arrays.asList(glyphs.images()));
        }
    }

    private EnsembleClassifier classifier(Ensemble ensemble) {
        return EnsembleClassifier.load(ModelStore.in(models), ensemble, EnsembleClassifier.DEFAULT_BATCH);
    }

    private static String calibrated(CalibrationGlyphs glyphs, Gate gate) {
        int digits = glyphs.digits().size();
        String level = gate == null ? "" : String.format(Locale.ROOT, "; gate's level: lowest that loses no digit of these, none of %d "
            + "varied copies, and takes no more of %d pieces of rubbish for a digit with 0.9", glyphs.copies().size(),
            glyphs.rubbish().size());
        return "pooled, then scaled; temperature: mean confidence among the digits is the accuracy on the " + digits
            + " digits of MNIST's validation writers; reject: least log loss on those and " + glyphs.rubbish().size()
            + " pieces of rubbish that count as " + ScalingFit.RUBBISH_SHARE + " of all" + level + "; " + LocalDate.now(ZoneOffset.UTC);
    }
}
