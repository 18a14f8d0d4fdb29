package io.penstock.sink.decode.lattice;

import io.penstock.schema.Box;
import java.util.List;

/**
 * The measures of a free line: the line of writing and the height of its digits, both as they are near a place, because a hand climbs,
 * falls and changes its size on the way.
 *
 * @param digits boxes of what is taken for digits
 * @param line   the line under all of them
 * @param height their median height, pixels, at least 1
 */
record LineMeasure(List<Box> digits, WritingLine line, double height) {

    private static final double NARROW = 0.5;
    /** Weight of the whole line beside a digit next to the place. */
    private static final double WHOLE = 0.4;
    /** How far a digit has a say, in heights of a digit. */
    private static final double REACH = 2;
    private static final double FARTHEST = 0.5;

    /** Measures digits by those that are wide, because a narrow one may itself be a comma or a slash. */
    static LineMeasure of(List<Box> likely) {
        List<Box> wide = likely.stream().filter(box -> box.getWidth() > NARROW * box.getHeight()).toList();
        List<Box> digits = wide.isEmpty() ? likely : wide;
        double[] heights = digits.stream().mapToDouble(Box::getHeight).sorted().toArray();
        return new LineMeasure(digits, WritingLine.under(digits), heights.length == 0 ? 1 : Math.max(1, heights[heights.length / 2]));
    }

    /** Returns size and place of a box, measured by the digits beside it. */
    LineShape shape(Box box) {
        double sum = WHOLE;
        double offset = 0;
        double size = WHOLE * height;
        double centre = centre(box);
        for (Box digit : digits) {
            double distance = (centre(digit) - centre) / (REACH * height);
            if (!covers(digit, centre) && !covers(box, centre(digit))) {
                double weight = Math.exp(-distance * distance);
                double off = digit.getY() + digit.getHeight() - line.at(centre(digit));
                sum += weight;
                offset += weight * Math.max(-FARTHEST * height, Math.min(FARTHEST * height, off));
                size += weight * digit.getHeight();
            }
        }
        return LineShape.of(box, line.at(centre) + offset / sum, size / sum);
    }

    private static boolean covers(Box box, double x) {
        return x >= box.getX() && x <= box.getX() + box.getWidth();
    }

    private static double centre(Box box) {
        return box.getX() + box.getWidth() / 2.0;
    }
}
