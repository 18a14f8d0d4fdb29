package io.penstock.train.run;

/**
 * A learning rate that rises in a straight line over the first steps, then falls along half a cosine to a hundredth.
 *
 * @param peak   highest rate
 * @param warmUp steps until the peak
 * @param total  steps of the whole training
 */
record LearningRate(double peak, long warmUp, long total) {

    private static final double FLOOR = 0.01;

    /** Returns the rate of a step, from 0. */
    double at(long step) {
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        double progress = Math.min(1, (step - warmUp) / (double) Math.max(1, total - warmUp));
        return peak * (FLOOR + (1 - FLOOR) * (1 + Math.cos(Math.PI * progress)) / 2);
    }
}
