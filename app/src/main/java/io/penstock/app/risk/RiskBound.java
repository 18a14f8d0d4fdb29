package io.penstock.app.risk;

/** Exact bounds on an error rate from independent trials (Clopper and Pearson). */
final class RiskBound {

    private static final int HALVINGS = 60;

    private RiskBound() {
    }

    /** Returns the rate (0 to 1) that is exceeded with probability {@code delta} at most, where {@code wrong} trials were wrong. */
    static double upper(int wrong, int trials, double delta) {
        if (wrong >= trials) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(wrong, trials, middle) > delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Returns how many trials without an error show a rate of {@code risk} or less; none in n shows only less than about 3/n. */
    static int errorFree(double risk, double delta) {
        return (int) Math.ceil(Math.log(delta) / Math.log1p(-risk));
    }

    /** Probability that at most {@code wrong} of {@code trials} are wrong where each is with probability {@code rate}. */
    private static double atMost(int wrong, int trials, double rate) {
        double odds = Math.log(rate) - Math.log1p(-rate);
        double term = trials * Math.log1p(-rate);
        double sum = Math.exp(term);
        for (int k = 1; k <= wrong; k++) {
            term += Math.log((trials - k + 1.0) / k) + odds;
            sum += Math.exp(term);
        }
        return Math.min(1, sum);
    }
}
