package io.penstock.train.compress;

import io.penstock.train.compress.CompressionException.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to a network, in this order: channels go, weights go, what stays is stored in 8 bits. After each of the first two it learns
 * on.
 *
 * @param channels     share (0 to 1, exclusive) of the channels of every hidden layer that goes; 0: none
 * @param importance   which channels go
 * @param sparsity     share (0 to 1, exclusive) of all weights that is set to zero; 0: none
 * @param quantized    whether the weights are stored as 8-bit integers
 * @param epochs       passes over the training samples after each cut
 * @param rate         highest learning rate of them
 * @param augmentation how much the training digits are varied, as a factor of the standard
 * @param seed         seed of order, dropout and variants
 */
public record CompressionRecipe(double channels, Importance importance, double sparsity, boolean quantized, int epochs, double rate,
                                double augmentation, long seed) {

    /** Rejects what cannot be done, and what does nothing. */
    public CompressionRecipe {
        if (!isShare(channels) || !isShare(sparsity)) {
            throw new CompressionException(Code.BAD_RECIPE, "the shares of channels and weights that go must be from 0 to below 1, not "
                + channels + " and " + sparsity);
        }
        if (channels == 0 && sparsity == 0 && !quantized) {
            throw new CompressionException(Code.BAD_RECIPE, "nothing to do: ask for --channels, --sparsity or --quantize");
        }
        if (epochs < 1 || !(rate > 0) || !(augmentation >= 0)) {
            throw new CompressionException(Code.BAD_RECIPE, "epochs must be at least 1, the learning rate above 0 and the augmentation at"
                + " least 0, not " + epochs + ", " + rate + ", " + augmentation);
        }
    }

    /** Returns the steps in words, such as {@code 50 % of channels out (taylor)}. */
    List<String> steps() {
        List<String> steps = new ArrayList<>();
        if (channels > 0) {
            steps.add(channelStep());
        }
        if (sparsity > 0) {
            steps.add(sparsityStep());
        }
        if (quantized) {
            steps.add("8-bit weights");
        }
        return steps;
    }

    String channelStep() {
        return percent(channels) + " of channels out (" + importance.id() + ")";
    }

    String sparsityStep() {
        return percent(sparsity) + " of weights zero";
    }

    private static boolean isShare(double value) {
        return value >= 0 && value < 1;
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
