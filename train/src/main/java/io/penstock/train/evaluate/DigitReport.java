package io.penstock.train.evaluate;

import java.util.List;

/**
 * How well a classifier reads labelled digits.
 *
 * @param accuracy        share (0 to 1) of digits whose most probable digit is the label
 * @param count           number of digits
 * @param ece             expected calibration error: mean gap between confidence and accuracy over 15 equal bins of confidence, weighted
 *                        by how many digits they hold; 0 is perfect
 * @param logLoss         mean of -ln of the probability given to the label
 * @param rejected        share (0 to 1) of digits that are rejected: "not a digit" has at least one half
 * @param errors          number of wrong digits
 * @param confusion       for each label how often each digit was most probable
 * @param perDigit        accuracy of each digit; null for one that does not occur
 * @param glyphsPerSecond speed of the classifier, loading left out
 * @param model           version of what was measured
 */
public record DigitReport(double accuracy, int count, double ece, double logLoss, double rejected, int errors, int[][] confusion,
                          List<Double> perDigit, double glyphsPerSecond, String model) {
}
