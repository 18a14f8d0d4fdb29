package io.penstock.train.evaluate;

import io.penstock.classify.DigitClassifier;
import io.penstock.train.data.DigitSet;
import io.penstock.train.data.IdxFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Measures a classifier on labelled digits, through the very call that the stream makes. */
public final class DigitEvaluation {

    private static final int CHUNK = 1_000;

    private DigitEvaluation() {
    }

    /**
     * Measures on a pair of IDX files, gzipped or plain.
     *
     * @throws io.penstock.train.data.DataSetException where the files are not such a pair
     */
    public static DigitReport evaluate(Path images, Path labels, DigitClassifier classifier) {
        return evaluate(IdxFile.digits(images, labels), classifier);
    }

    /** Measures on a set of digits, at least one. */
    public static DigitReport evaluate(DigitSet digits, DigitClassifier classifier) {
        long started = System.nanoTime();
        float[][] distributions = new float[digits.size()][];
        for (int from = 0; from < digits.size(); from += CHUNK) {
            int to = Math.min(digits.size(), from + CHUNK);
            float[][] chunk = classifier.classify(Arrays.asList(digits.images()).subList(from, to));
            System.arraycopy(chunk, 0, distributions, from, chunk.length);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return report(digits.labels(), distributions, digits.size() / seconds, classifier.version());
    }

    private static DigitReport report(byte[] labels, float[][] distributions, double speed, String model) {
        int[][] confusion = new int[10][10];
        CalibrationError calibration = new CalibrationError();
        double logLoss = 0;
        int rejected = 0;
        for (int i = 0; i < labels.length; i++) {
            float[] distribution = distributions[i];
            int digit = mostProbable(distribution);
            confusion[labels[i]][digit]++;
            calibration.add(distribution[digit], digit == labels[i]);
            logLoss -= Math.log(Math.max(1e-12, distribution[labels[i]])) / labels.length;
            rejected += distribution[DigitClassifier.REJECT] >= 0.5 ? 1 : 0;
        }
        int right = IntStream.range(0, 10).map(digit -> confusion[digit][digit]).sum();
        return new DigitReport(right / (double) labels.length, labels.length, calibration.expected(), logLoss,
            rejected / (double) labels.length, labels.length - right, confusion,
            IntStream.range(0, 10).mapToObj(digit -> accuracy(confusion[digit], digit)).toList(), speed, model);
    }

    private static Double accuracy(int[] row, int digit) {
        int sum = IntStream.of(row).sum();
        return sum == 0 ? null : row[digit] / (double) sum;
    }

    private static int mostProbable(float[] distribution) {
        int best = 0;
        for (int digit = 1; digit < 10; digit++) {
            best = distribution[digit] > distribution[best] ? digit : best;
        }
        return best;
    }
}
