package io.penstock.train.evaluate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a classifier answered on labelled digits.
 *
 * @param digits          what it was asked
 * @param distributions   for each digit the probabilities of 0 to 9 and of reject
 * @param glyphsPerSecond speed, loading left out
 * @param model           version of who answered
 */
public record Answers(DigitSet digits, float[][] distributions, double glyphsPerSecond, String model) {

    private static final int CHUNK = 1_000;

    /** Asks a classifier, through the very call that the stream makes. */
    public static Answers of(DigitSet digits, DigitClassifier classifier) {
        long started = System.nanoTime();
        float[][] distributions = new float[digits.size()][];
        for (int from = 0; from < digits.size(); from += CHUNK) {
            int to = Math.min(digits.size(), from + CHUNK);
            float[][] chunk = classifier.classify(Arrays.asList(digits.images()).subList(from, to));
            System.arraycopy(chunk, 0, distributions, from, chunk.length);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Answers(digits, distributions, digits.size() / seconds, classifier.version());
    }

    /** Returns the number of digits. */
    public int size() {
        return digits.size();
    }

    /** Returns the true digit of one. */
    public int label(int index) {
        return digits.labels()[index];
    }

    /** Returns the most probable digit of one, however probable reject is. */
    public int digit(int index) {
        return DigitClassifier.digit(distributions[index]);
    }

    /** Returns the probability (0 to 1) of the most probable digit of one; what reject has is missing from it. */
    public double confidence(int index) {
        return distributions[index][digit(index)];
    }

    /** Returns whether the most probable digit of one is the true one. */
    public boolean isRight(int index) {
        return digit(index) == label(index);
    }

    /** Returns the wrong ones, the most confident first. */
    public int[] errors() {
        return IntStream.range(0, size()).filter(i -> !isRight(i)).boxed()
            .sorted((a, b) -> Double.compare(confidence(b), confidence(a))).mapToInt(Integer::intValue).toArray();
    }

    /** Returns the mean of -ln of the probability given to the true digit. */
    public double logLoss() {
        return IntStream.range(0, size()).mapToDouble(i -> -Math.log(Math.max(1e-12, distributions[i][label(i)]))).average().orElse(0);
    }

    /** Returns the share (0 to 1) of digits to which reject has at least one half. */
    public double rejected() {
        return IntStream.range(0, size()).filter(i -> distributions[i][DigitClassifier.REJECT] >= 0.5).count() / (double) size();
    }
}
