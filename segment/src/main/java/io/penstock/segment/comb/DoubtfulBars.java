package io.penstock.segment.comb;

import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Straight strokes that stand alone in their boxes and may be no ones: a hair or a streak is thinner than the pen or runs through the box
 * above and below, a mark that cancels a box lies across all of it, and what stands on a printed line may be that line, shifted.
 */
final class DoubtfulBars {

    /** How far the ink of a bar lies from its middle line, root of the mean square: most in its widths, and in how far it lies along it. */
    private static final double STRAIGHT = 0.6;
    private static final double NARROW = 0.25;
    /** Least length, in heights of the box. */
    private static final double LONG = 0.5;
    /** Greatest width of what is no stroke of the pen, in widths of the pen. */
    private static final double THIN = 0.6;
    /** Least width and height of a mark across a box, in boxes. */
    private static final double WIDE = 0.55;
    private static final double HIGH = 0.75;
    /** So many bars that lean so far, in heights, are a hatching and no number of ones. */
    private static final int HATCHED = 3;
    private static final double LEANING = 0.25;
    private static final double BEYOND_MM = 0.4;
    private static final double ON_LINE_MM = 0.45;

    private final Shape[] shapes;
    private final Lines lines;
    private final double scale;
    private final double pen;

    /** Takes the ink of each box, null where nothing is written in it. */
    DoubtfulBars(Shape[] shapes, Lines lines, double scale) {
        this.shapes = shapes;
        this.lines = lines;
        this.scale = scale;
        pen = pen();
    }

    /** Returns the width of the strokes of what is no bar; 0 where there is none. */
    private double pen() {
        double[] widths = Arrays.stream(shapes).filter(Objects::nonNull).filter(shape -> !isBar(shape))
            .mapToDouble(Shape::strokeWidth).sorted().toArray();
        return widths.length == 0 ? 0 : widths[widths.length / 2];
    }

    private boolean isBar(Shape shape) {
        Shape.Spread spread = shape.spread();
        return Math.hypot(shape.width(), shape.height()) > LONG * height() && spread.across() < NARROW * spread.along()
            && spread.across() < STRAIGHT * shape.strokeWidth();
    }

    private double height() {
        return lines.bottom() - lines.top();
    }

    /** Returns whether there is any. */
    boolean any() {
        List<Integer> bars = IntStream.range(0, shapes.length).filter(box -> shapes[box] != null && isBar(shapes[box])).boxed().toList();
        return bars.stream().anyMatch(box -> isThin(shapes[box]) || runsThrough(shapes[box]) || isOnLine(shapes[box])
            || isOutermost(box, bars) && cancels(shapes[box])) || areHatched(bars);
    }

    /** Returns whether many outermost bars lean as one: a row of slashes through boxes that nobody needs. */
    private boolean areHatched(List<Integer> bars) {
        return bars.stream().filter(box -> isOutermost(box, bars) && shapes[box].width() > LEANING * shapes[box].height())
            .count() >= HATCHED;
    }

    private boolean isThin(Shape bar) {
        return bar.strokeWidth() < THIN * pen;
    }

    private boolean runsThrough(Shape bar) {
        double beyond = BEYOND_MM * scale;
        return bar.y() < lines.top() - beyond && bar.bottom() > lines.bottom() + beyond;
    }

    private boolean isOnLine(Shape bar) {
        double near = ON_LINE_MM * scale;
        return Arrays.stream(lines.verticals()).anyMatch(x -> bar.x() > x - near && bar.right() < x + near);
    }

    /** Returns whether nothing but bars is written before a box, or behind it: there stand the boxes that nobody needs. */
    private boolean isOutermost(int box, List<Integer> bars) {
        return IntStream.range(0, box).allMatch(i -> shapes[i] == null || bars.contains(i))
            || IntStream.range(box, shapes.length).allMatch(i -> shapes[i] == null || bars.contains(i));
    }

    private boolean cancels(Shape bar) {
        return bar.width() > WIDE * lines.pitch() && bar.height() > HIGH * height();
    }
}
