package io.penstock.classify.engine.plan;

/**
 * The trained numbers of a step.
 *
 * @param values one after the other those of each output, in the order channel, row, column of what goes in
 * @param bias   one for each output
 */
public record Weights(float[] values, float[] bias) {

    /** Returns weights whose outputs are those of these, each multiplied by its factor, plus its shift. */
    Weights folded(double[] factors, double[] shifts) {
        float[] scaled = values.clone();
        float[] moved = bias.clone();
        int each = values.length / bias.length;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (scaled[i] * factors[i / each]);
        }
        for (int output = 0; output < moved.length; output++) {
            moved[output] = (float) (moved[output] * factors[output] + shifts[output]);
        }
        return new Weights(scaled, moved);
    }
}
