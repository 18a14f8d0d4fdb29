package io.penstock.synth.option;

/** The check that a knob stands where it may. */
final class Ranges {

    private Ranges() {
    }

    static void share(String knob, double value) {
        within(knob, value, 0, 1);
    }

    static void within(String knob, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(knob + " is from " + plain(low) + " to " + plain(high) + ", not " + plain(value));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
