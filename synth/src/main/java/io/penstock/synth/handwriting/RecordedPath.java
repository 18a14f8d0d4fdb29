package io.penstock.synth.handwriting;

import java.util.List;

/**
 * The pen's whole path for one digit, as a tablet recorded it.
 *
 * @param strokes a path each time the pen touched: x and y in turn, heights of the digit; x begins at 0, y runs down from 0 (its top) to 1
 */
public record RecordedPath(List<double[]> strokes) {

    /** A digit is at least so high beside its width: else something flat would become a giant. */
    private static final double FLATTEST = 0.6;

    /** Takes over a recording in units of the tablet, x and y in turn, y upwards; at least one place in all. */
    public static RecordedPath ofTablet(List<int[]> recorded) {
        int left = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int[] stroke : recorded) {
            for (int i = 0; i < stroke.length; i += 2) {
                left = Math.min(left, stroke[i]);
                right = Math.max(right, stroke[i]);
                low = Math.min(low, stroke[i + 1]);
                high = Math.max(high, stroke[i + 1]);
            }
        }
        if (left > right) {
            throw new IllegalArgumentException("a recorded digit has at least one place that the pen passed");
        }
        double height = Math.max(1, Math.max(high - low, FLATTEST * (right - left)));
        int x = left;
        int bottom = low;
        return new RecordedPath(recorded.stream().filter(stroke -> stroke.length > 0).map(stroke -> {
            double[] path = new double[stroke.length];
            for (int i = 0; i < path.length; i += 2) {
                path[i] = (stroke[i] - x) / height;
                path[i + 1] = 1 - (stroke[i + 1] - bottom) / height;
            }
            return path;
        }).toList());
    }
}
