package io.penstock.train.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the learning rate goes from step to step. What it has to know of the past is in the history, so a resumed run needs no more. */
public enum Schedule {

    /** The same rate throughout. */
    CONSTANT("constant") {
        @Override
        double rate(double peak, Moment now) {
            return peak;
        }
    },

    /** Rises in a straight line over half an epoch, then falls along half a cosine to a hundredth of the peak. */
    COSINE("cosine") {
        @Override
        double rate(double peak, Moment now) {
            long warmUp = now.stepsAnEpoch() / 2;
            return now.step() < warmUp ? peak * (now.step() + 1) / warmUp : fall(peak, peak / 100, now.since(warmUp));
        }
    },

    /** The cosine twice, over the first and the second half of the epochs: a warm restart (Loshchilov and Hutter, 2017). */
    COSINE_TWICE("cosine-twice") {
        @Override
        double rate(double peak, Moment now) {
            return COSINE.rate(peak, now.half());
        }
    },

    /** One cycle: from a twenty-fifth up to the peak over three tenths of the steps, then down to a ten-thousandth, both along a cosine. */
    ONE_CYCLE("one-cycle") {
        @Override
        double rate(double peak, Moment now) {
            long top = Math.max(1, 3 * now.steps() / 10);
            return now.step() < top ? fall(peak / 25, peak, now.step() / (double) top) : fall(peak, peak / 10_000, now.since(top));
        }
    },

    /** Halves the rate, down to 0.0001, after each three epochs without a lower validation loss. */
    PLATEAU("plateau") {
        @Override
        double rate(double peak, Moment now) {
            double rate = peak;
            double lowest = Double.POSITIVE_INFINITY;
            int waited = 0;
            for (EpochResult epoch : now.history()) {
                waited = epoch.validationLoss() < lowest ? 0 : waited + 1;
                lowest = Math.min(lowest, epoch.validationLoss());
                if (waited == PLATEAU_EPOCHS) {
                    rate = Math.max(Math.min(peak, PLATEAU_FLOOR), rate / 2);
                    waited = 0;
                }
            }
            return rate;
        }
    };

    private static final int PLATEAU_EPOCHS = 3;
    private static final double PLATEAU_FLOOR = 1e-4;

    private final String id;

    Schedule(String id) {
        this.id = id;
    }

    /** Returns the schedule of a name, or nothing. */
    public static Optional<Schedule> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** Returns all names in their order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Schedule::id).toList();
    }

    /** Returns the name on the command line, in recipes and in model records. */
    public String id() {
        return id;
    }

    /** Returns the rate of a step. */
    abstract double rate(double peak, Moment now);

    private static double fall(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }

    /**
     * Where a training stands.
     *
     * @param step         number of the step over the whole training, from 0
     * @param stepsAnEpoch how many an epoch has
     * @param epochs       how many epochs there will be at most
     * @param history      the epochs that are over
     */
    record Moment(long step, int stepsAnEpoch, int epochs, List<EpochResult> history) {

        long steps() {
            return (long) stepsAnEpoch * epochs;
        }

        /** Returns where the half of the epochs stands that now goes on, as if it were the whole training. */
        private Moment half() {
            int first = epochs / 2;
            long before = (long) first * stepsAnEpoch;
            return step < before ? new Moment(step, stepsAnEpoch, first, history)
                : new Moment(step - before, stepsAnEpoch, epochs - first, history);
        }

        /** Returns the share (0 to 1) of the steps after {@code first} that are done. */
        private double since(long first) {
            return Math.min(1, (step - first) / (double) Math.max(1, steps() - first));
        }
    }
}
