package io.penstock.sink.decode;

import io.penstock.schema.Box;
import java.util.Arrays;
import java.util.List;

/**
 * What the sizes and places of an amount's glyphs say about which of them are separators and terminators.
 *
 * <p>A glyph is normalized to one size before it is classified, which makes a comma look like a 1 and a slash too; its box still knows
 * better. Sizes are measured in heights of a digit and from the line of writing; both are taken from glyphs as wide as a digit, because a
 * narrow one may itself be a comma.
 */
final class AmountShapes {

    private static final double UNCUT = 0.5;
    private static final double NARROW = 0.5;
    /** Relative size up to which a glyph is hardly a digit, and from which its size says nothing. */
    private static final double SPECK = 0.35;
    private static final double FULL = 0.55;
    /** The most of its digits' weight that a glyph loses for its shape. */
    private static final double MOST_DOUBT = 0.98;
    /** A comma's top is lower, and its foot too, than a digit's: the middle and the width of the transition, in heights of a digit. */
    private static final double TOP_DROP = 0.28;
    private static final double TOP_WIDTH = 0.09;
    private static final double FOOT_DROP = 0.06;
    private static final double FOOT_WIDTH = 0.08;
    /** A slash behind the last digit is taller than a digit. */
    private static final double TALL = 1.4;
    private static final double TALL_WIDTH = 0.1;
    /** Before a closing dash any 1 may be a slash. */
    private static final double DASH_DOUBT = 0.5;
    private static final double INSENSIBLE = 0.06;
    private static final double SEPARATOR = 0.5;
    private static final double FLAT = 1.1;
    private static final double FLAT_ASPECT = 1.6;
    private static final double WIDE = 1.35;
    private static final double RUN_TOGETHER = 0.002;

    private final double height;
    private final WritingLine line;

    private AmountShapes(double height, WritingLine line) {
        this.height = height;
        this.line = line;
    }

    /** Measures the uncut glyphs that are more likely digits than not; all, where there is none. */
    static AmountShapes of(List<Edge> edges) {
        List<Box> digits = edges.stream()
            .filter(edge -> edge.digits() > edge.weights()[Edge.MARK] && edge.glyph().getPrior() > UNCUT)
            .map(Edge::box).toList();
        List<Box> wide = digits.stream().filter(box -> box.getWidth() > NARROW * box.getHeight()).toList();
        List<Box> measured = wide.isEmpty() ? digits : wide;
        List<Box> any = measured.isEmpty() ? edges.stream().map(Edge::box).toList() : measured;
        return new AmountShapes(median(any.stream().mapToDouble(Box::getHeight).toArray()), WritingLine.under(any));
    }

    /** Returns the edges with their digits doubted where their shapes speak for a separator or a terminator. */
    List<Edge> judge(List<Edge> edges) {
        if (height <= 0) {
            return edges;
        }
        return edges.stream().map(edge -> slash(comma(speck(edge)), edges)).toList();
    }

    /** Returns whether a mark between digits lies and looks like a comma or a point. */
    boolean isSeparator(Edge edge) {
        return relative(edge) < FULL || lowness(edge) > SEPARATOR;
    }

    /**
     * Returns how plausible it is that a mark behind the last digit is a terminator and not ink that could not be cut, 0 to 1:
     * a terminator is no wider than a digit is high unless it is flat, as a dash.
     */
    double terminator(Edge edge) {
        Box box = edge.box();
        boolean flat = box.getWidth() > FLAT_ASPECT * box.getHeight() && box.getHeight() < FLAT * height;
        return flat || box.getWidth() < WIDE * height ? 1 : RUN_TOGETHER;
    }

    private Edge speck(Edge edge) {
        double fade = (FULL - relative(edge)) / (FULL - SPECK);
        return fade <= 0 ? edge : edge.doubting(0, Edge.MARK - 1, MOST_DOUBT * Math.min(1, fade));
    }

    /** A comma has no loop: what reads as 0, 6 or 8 is small writing. */
    private Edge comma(Edge edge) {
        double doubt = MOST_DOUBT * lowness(edge);
        return edge.doubting(1, 5, doubt).doubting(7, 7, doubt).doubting(9, 9, doubt);
    }

    private Edge slash(Edge edge, List<Edge> edges) {
        List<Edge> behind = edges.stream().filter(next -> next.glyph().getFrom() >= edge.glyph().getTo()).toList();
        if (behind.stream().anyMatch(next -> next.digits() > next.weights()[Edge.MARK] && next.glyph().getPrior() > UNCUT)) {
            return edge;
        }
        boolean dash = behind.stream().anyMatch(next -> next.box().getWidth() > FLAT_ASPECT * next.box().getHeight());
        double tall = MOST_DOUBT * ramp((edge.box().getHeight() / height - TALL) / TALL_WIDTH);
        return edge.doubting(1, 1, Math.max(tall, dash ? DASH_DOUBT : 0)).doubting(4, 4, tall).doubting(6, 7, tall);
    }

    /** Returns how much a glyph lies where a comma does, 0 to 1. */
    private double lowness(Edge edge) {
        Box box = edge.box();
        double y = line.at(box.getX() + box.getWidth() / 2.0);
        double top = 1 - (y - box.getY()) / height;
        double foot = (box.getY() + box.getHeight() - y) / height;
        return ramp((top - TOP_DROP) / TOP_WIDTH + (foot - FOOT_DROP) / FOOT_WIDTH);
    }

    private double relative(Edge edge) {
        return height > 0 ? Math.max(edge.box().getWidth(), edge.box().getHeight()) / height : 1;
    }

    /** Rises from 0 to 1 around 0; what is far below counts as nothing, so that an ordinary digit is not doubted at all. */
    private static double ramp(double x) {
        return Math.max(0, (1 / (1 + Math.exp(-x)) - INSENSIBLE) / (1 - INSENSIBLE));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
