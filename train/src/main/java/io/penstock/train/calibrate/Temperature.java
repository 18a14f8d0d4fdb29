package io.penstock.train.calibrate;

/**
 * Finds the temperature under which pooled probabilities say best what comes true: least mean log loss, by golden section.
 *
 * <p>See Guo et al., "On calibration of modern neural networks", ICML 2017; for ensembles, pool first and scale then: Rahaman and Thiery,
 * "Uncertainty quantification and deep ensembles", NeurIPS 2021.
 */
public final class Temperature {

    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 5;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double LEAST = 1e-12;

    private final double[][] logs;
    private final byte[] labels;

    /** Fits on pooled probabilities and the classes that should have been answered. */
    Temperature(float[][] pooled, byte[] labels) {
        this.logs = new double[pooled.length][];
        this.labels = labels;
        for (int i = 0; i < pooled.length; i++) {
            logs[i] = new double[pooled[i].length];
            for (int k = 0; k < logs[i].length; k++) {
                logs[i][k] = Math.log(Math.max(LEAST, pooled[i][k]));
            }
        }
    }

    /** Returns the distributions at a temperature: raised to its inverse and made to add up to 1 again. */
    public static float[][] scaled(float[][] pooled, double temperature) {
        float[][] scaled = new float[pooled.length][];
        for (int i = 0; i < pooled.length; i++) {
            scaled[i] = new float[pooled[i].length];
            double sum = 0;
            for (float probability : pooled[i]) {
                sum += Math.pow(probability, 1 / temperature);
            }
            for (int k = 0; k < scaled[i].length; k++) {
                scaled[i][k] = (float) (Math.pow(pooled[i][k], 1 / temperature) / sum);
            }
        }
        return scaled;
    }

    /** Returns the best temperature between 0.2 and 5, to three decimals. */
    double fit() {
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        while (high - low > 1e-5) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (loss(Math.exp(a)) < loss(Math.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return Math.round(1000 * Math.exp((low + high) / 2)) / 1000.0;
    }

    /** Returns the mean log loss at a temperature. */
    double loss(double temperature) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double total = 0;
            for (double log : logs[i]) {
                total += Math.exp(log / temperature);
            }
            sum += Math.log(total) - logs[i][labels[i]] / temperature;
        }
        return sum / logs.length;
    }
}
