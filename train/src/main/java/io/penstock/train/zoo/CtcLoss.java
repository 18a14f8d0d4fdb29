package io.penstock.train.zoo;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Connectionist temporal classification: the negative logarithm of the probability of a string, summed over all ways to lay it along the
 * frames of a line (Graves, Fernández, Gomez and Schmidhuber, 2006).
 *
 * <p>Works on what comes before the softmax, frames × classes, the lines of a batch one after the other; the last class is the blank.
 * Labels have the same shape: the first column of a line's frames holds its classes plus one, in order, then zeros.
 */
public final class CtcLoss implements ILossFunction {

    private static final double NEVER = -1e30;

    private final int frames;

    /** Takes how many frames a line has. */
    @JsonCreator
    public CtcLoss(@JsonProperty("frames") int frames) {
        this.frames = frames;
    }

    /** Returns how many frames a line has. */
    public int getFrames() {
        return frames;
    }

    /**
     * Writes the label of one line.
     *
     * @param string classes of the line, in order, fewer than frames
     * @param labels receives classes × frames values
     * @param offset where in {@code labels} to begin
     */
    public static void write(byte[] string, float[] labels, int offset) {
        for (int i = 0; i < string.length; i++) {
            labels[offset + i] = string[i] + 1;
        }
    }

    @Override
    public double computeScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return total(labels, preOutput, null) / (average ? labels.size(0) / (double) frames : 1);
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        throw new UnsupportedOperationException("a string has one score, not one a frame");
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return computeGradientAndScore(labels, preOutput, activation, mask, false).getSecond();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask,
                                                          boolean average) {
        int classes = (int) preOutput.size(1);
        float[] gradient = new float[(int) preOutput.length()];
        double score = total(labels, preOutput, gradient);
        INDArray array = Nd4j.create(gradient, new long[] {preOutput.size(0), classes}, 'c');
        return Pair.of(average ? score * frames / labels.size(0) : score, array.castTo(preOutput.dataType()));
    }

    @Override
    public String name() {
        return "ctc";
    }

    private double total(INDArray labels, INDArray preOutput, float[] gradient) {
        int classes = (int) preOutput.size(1);
        float[] values = preOutput.dup('c').data().asFloat();
        float[] wanted = labels.getColumn(0).dup('c').data().asFloat();
        double total = 0;
        for (int line = 0; line * frames < wanted.length; line++) {
            int count = 0;
            while (count < frames && wanted[line * frames + count] > 0) {
                count++;
            }
            int[] string = new int[count];
            for (int i = 0; i < count; i++) {
                string[i] = Math.round(wanted[line * frames + i]) - 1;
            }
            total += loss(values, line * frames * classes, classes, string, gradient);
        }
        return total;
    }

    private double loss(float[] values, int offset, int classes, int[] string, float[] gradient) {
        double[][] log = new double[frames][classes];
        for (int t = 0; t < frames; t++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(values[offset + t * classes + c]);
            }
            for (int c = 0; c < classes; c++) {
                log[t][c] = values[offset + t * classes + c] - Math.log(sum);
            }
        }
        int blank = classes - 1;
        int states = 2 * string.length + 1;
        double[][] forward = sweep(log, string, blank, false);
        double[][] backward = sweep(log, string, blank, true);
        double likelihood = plus(forward[frames - 1][states - 1], states > 1 ? forward[frames - 1][states - 2] : NEVER);
        if (gradient != null) {
            for (int t = 0; t < frames; t++) {
                double[] share = new double[classes];
                for (int s = 0; s < states; s++) {
                    int c = symbol(string, s, blank);
                    share[c] += Math.exp(Math.min(0, forward[t][s] + backward[t][s] - log[t][c] - likelihood));
                }
                for (int c = 0; c < classes; c++) {
                    gradient[offset + t * classes + c] = likelihood <= NEVER / 2 ? 0 : (float) (Math.exp(log[t][c]) - share[c]);
                }
            }
        }
        return likelihood <= NEVER / 2 ? 0 : -likelihood;
    }

    private static int symbol(int[] string, int state, int blank) {
        return state % 2 == 0 ? blank : string[state / 2];
    }

    /** Returns the log probability of each state at each frame, from the first frame on or, backwards, from the last. */
    private static double[][] sweep(double[][] log, int[] string, int blank, boolean backwards) {
        int frames = log.length;
        int states = 2 * string.length + 1;
        double[][] sums = new double[frames][states];
        for (int step = 0; step < frames; step++) {
            int t = backwards ? frames - 1 - step : step;
            double[] before = step == 0 ? null : sums[backwards ? t + 1 : t - 1];
            Arrays.fill(sums[t], NEVER);
            for (int s = 0; s < states; s++) {
                int from = backwards ? states - 1 - s : s;
                int way = backwards ? 1 : -1;
                double sum = before == null ? s < 2 ? 0 : NEVER : before[from];
                if (before != null && s > 0) {
                    sum = plus(sum, before[from + way]);
                    boolean skips = s > 1 && from % 2 == 1 && string[from / 2] != string[(from + 2 * way) / 2];
                    sum = skips ? plus(sum, before[from + 2 * way]) : sum;
                }
                sums[t][from] = sum + log[t][symbol(string, from, blank)];
            }
        }
        return sums;
    }

    private static double plus(double a, double b) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        return low < high - 40 ? high : high + Math.log1p(Math.exp(low - high));
    }
}
