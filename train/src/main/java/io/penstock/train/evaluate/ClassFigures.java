package io.penstock.train.evaluate;

/**
 * How well one digit is told from the others.
 *
 * @param digit     0 to 9
 * @param count     how often it occurs
 * @param precision share (0 to 1) of answers "this digit" that are right; null where there was none
 * @param recall    share (0 to 1) of its occurrences that are right; null where there is none
 * @param f1        harmonic mean of the two; null where there is neither
 * @param auc       area under its ROC curve against all other digits, exact; null where it or every other does not occur
 */
public record ClassFigures(int digit, int count, Double precision, Double recall, Double f1, Double auc) {
}
