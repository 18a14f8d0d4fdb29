package io.penstock.train.run;

/** Finds the temperature under which pooled probabilities say best what comes true: least mean log loss, by golden section. */
final class Temperature {

    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 5;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double[][] logs;
    private final byte[] labels;

    /** Fits on pooled probabilities of the ten digits and what they should have been. */
    Temperature(double[][] pooled, byte[] labels) {
        this.logs = new double[pooled.length][];
        this.labels = labels;
        for (int i = 0; i < pooled.length; i++) {
            logs[i] = new double[pooled[i].length];
            for (int k = 0; k < logs[i].length; k++) {
                logs[i][k] = Math.log(Math.max(1e-12, pooled[i][k]));
            }
        }
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
