package io.penstock.review.grid;

/**
 * How well people see an odd digit among those that were read alike.
 *
 * @param miss       probability (0 to 1, exclusive) that an odd one is passed over
 * @param falseAlarm probability (0 to 1, exclusive) that a right one is marked
 */
public record Glance(double miss, double falseAlarm) {

    /** Checks the probabilities. */
    public Glance {
        if (!(miss > 0 && miss < 1 && falseAlarm > 0 && falseAlarm < 1)) {
            throw new IllegalArgumentException("probabilities of a glance are between 0 and 1: " + miss + ", " + falseAlarm);
        }
    }

    /** Returns how much more often a digit that is passed by is another than it was before, as a ratio of odds below 1. */
    double passed() {
        return miss / (1 - falseAlarm);
    }

    /** Returns the same for a digit that is marked: a ratio of odds above 1. */
    double marked() {
        return (1 - miss) / falseAlarm;
    }
}
