package io.penstock.train.explore;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;

/**
 * Figures of one digit set.
 *
 * @param name    name of the set
 * @param digits  number of digits
 * @param byClass number of each digit, 0 to 9
 * @param mean    mean of all pixels, 0 (paper) to 1 (ink)
 * @param sd      standard deviation of all pixels
 * @param ink     share (0 to 1) of pixels of at least half ink
 * @param inkOf   the same share for each digit; 0 where it does not occur
 * @param noise   how noisy the images are
 */
public record SetFigures(String name, int digits, int[] byClass, double mean, double sd, double ink, double[] inkOf, NoiseLevel noise) {

    /** Counts a set of at least one digit. */
    static SetFigures of(String name, DigitSet set) {
        int[] byClass = new int[DigitClassifier.DIGITS];
        double[] inkOf = new double[DigitClassifier.DIGITS];
        double sum = 0;
        double squares = 0;
        double inked = 0;
        for (int i = 0; i < set.size(); i++) {
            int ink = 0;
            for (byte pixel : set.images()[i]) {
                double level = (pixel & 0xff) / 255.0;
                sum += level;
                squares += level * level;
                ink += level >= 0.5 ? 1 : 0;
            }
            byClass[set.labels()[i]]++;
            inkOf[set.labels()[i]] += ink / (double) DigitSet.PIXELS;
            inked += ink;
        }
        for (int digit = 0; digit < DigitClassifier.DIGITS; digit++) {
            inkOf[digit] /= Math.max(1, byClass[digit]);
        }
        double pixels = (double) set.size() * DigitSet.PIXELS;
        double mean = sum / pixels;
        return new SetFigures(name, set.size(), byClass, mean, Math.sqrt(squares / pixels - mean * mean), inked / pixels, inkOf,
            NoiseLevel.of(set));
    }
}
