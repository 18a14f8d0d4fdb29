package io.penstock.train.evaluate;

import io.penstock.classify.digit.DigitClassifier;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How well a classifier reads labelled digits.
 *
 * @param accuracy        share (0 to 1) of digits whose most probable digit is the label
 * @param accuracy95      where that share truly lies, at 95 % confidence (Wilson)
 * @param count           number of digits
 * @param ece             expected calibration error: mean gap between confidence and accuracy over 15 equal bins of confidence, weighted
 *                        by how many digits they hold; 0 is perfect
 * @param logLoss         mean of -ln of the probability given to the label
 * @param rejected        share (0 to 1) of digits that are rejected: "not a digit" has at least one half
 * @param errors          number of wrong digits
 * @param confusion       for each label how often each digit was most probable
 * @param perDigit        accuracy of each digit; null for one that does not occur
 * @param macroPrecision  mean precision of the digits that were answered
 * @param macroRecall     mean recall of the digits that occur
 * @param macroF1         mean F1 of the digits that occur or were answered
 * @param aucMin          least area under a digit's ROC curve; null where there is no curve
 * @param classes         figures of each digit
 * @param mostConfused    pairs that were confused, the most frequent first
 * @param reliability     confidence against accuracy, bin by bin
 * @param errorReject     error rate against read rate
 * @param glyphsPerSecond speed of the classifier, loading left out
 * @param model           version of what was measured
 */
public record DigitReport(double accuracy, Interval accuracy95, int count, double ece, double logLoss, double rejected, int errors,
                          int[][] confusion, List<Double> perDigit, Double macroPrecision, Double macroRecall, Double macroF1,
                          Double aucMin, List<ClassFigures> classes, List<ConfusedPair> mostConfused, List<Reliability.Bin> reliability,
                          List<ErrorReject.Point> errorReject, double glyphsPerSecond, String model) {

    private static final int PAIRS = 12;

    /** Sums up answers on at least one digit. */
    public static DigitReport of(Answers answers) {
        ConfusionMatrix matrix = ConfusionMatrix.of(answers);
        List<ClassFigures> classes = IntStream.range(0, DigitClassifier.DIGITS).mapToObj(digit -> {
            RocCurve roc = RocCurve.of(answers, digit);
            return new ClassFigures(digit, matrix.occurrences(digit), matrix.precision(digit), matrix.recall(digit), matrix.f1(digit),
                roc == null ? null : roc.auc());
        }).toList();
        Reliability reliability = Reliability.of(answers);
        return new DigitReport(matrix.right() / (double) answers.size(), Interval.wilson(matrix.right(), answers.size()), answers.size(),
            reliability.ece(), answers.logLoss(), answers.rejected(), answers.size() - matrix.right(), matrix.counts(),
            classes.stream().map(ClassFigures::recall).toList(), mean(classes, ClassFigures::precision),
            mean(classes, ClassFigures::recall),
            mean(classes, ClassFigures::f1),
            classes.stream().map(ClassFigures::auc).filter(Objects::nonNull).min(Double::compare).orElse(null), classes,
            matrix.mostConfused(PAIRS), reliability.bins(), ErrorReject.of(answers).summary().points(), answers.glyphsPerSecond(),
            answers.model());
    }

    private static Double mean(List<ClassFigures> classes, Function<ClassFigures, Double> figure) {
        return classes.stream().map(figure).filter(Objects::nonNull).mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
