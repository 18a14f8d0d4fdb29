package io.penstock.train.variants;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.evaluate.Answers;
import io.penstock.train.evaluate.DigitReport;
import io.penstock.train.evaluate.RubbishEvaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures all variants of a model folder on the same sets, through the serving path.
 *
 * @param folder  what to measure
 * @param sets    labelled digits by name, at least one; the first is shown in full, and rubbish is made out of its digits
 * @param rubbish pieces of each kind of rubbish
 */
public record Comparison(ModelFolder folder, Map<String, DigitSet> sets, int rubbish) {

    /**
     * Measures.
     *
     * @param progress is told the name of each variant before it is measured
     */
    public ComparisonReport run(Consumer<String> progress) {
        List<MeasuredVariant> measured = new ArrayList<>();
        for (Variant variant : folder.variants()) {
            progress.accept(variant.name());
            measured.add(measured(variant));
        }
        return new ComparisonReport(measured);
    }

    private MeasuredVariant measured(Variant variant) {
        RubbishEvaluation evaluation = new RubbishEvaluation(sets.values().iterator().next(), rubbish);
        try (DigitClassifier classifier = classifier(variant.ensemble())) {
            Map<String, Answers> answers = answers(classifier);
            Map<String, DigitReport> reports = new LinkedHashMap<>();
            answers.forEach((name, given) -> reports.put(name, DigitReport.of(given)));
            return new MeasuredVariant(variant, answers, variant.isEnsemble() ? uncalibrated(variant) : Map.of(), reports,
                evaluation.measure(classifier), evaluation.sheet(classifier).png());
        }
    }

    private Map<String, Answers> uncalibrated(Variant variant) {
        try (DigitClassifier classifier = classifier(variant.ensemble().uncalibrated())) {
            return answers(classifier);
        }
    }

    private Map<String, Answers> answers(DigitClassifier classifier) {
        Map<String, Answers> answers = new LinkedHashMap<>();
        sets.forEach((name, digits) -> answers.put(name, Answers.of(digits, classifier)));
        return answers;
    }

    private DigitClassifier classifier(Ensemble ensemble) {
        return EnsembleClassifier.load(folder.store(), ensemble, EnsembleClassifier.DEFAULT_BATCH);
    }
}
