package io.penstock.sink.decode;

import io.penstock.schema.Box;
import java.util.Arrays;
import java.util.List;

/**
 * What the sizes and places of an amount's glyphs say about which of them are separators and terminators.
 *
 * <p>A glyph is normalized to one size before it is classified, which makes a comma look like a 1; its box still knows better.
 */
final class AmountShapes {

    /** Relative size up to which a glyph is hardly a digit, and from which its size says nothing. */
    private static final double SPECK = 0.35;
    private static final double FULL = 0.55;
    /** Share of its digits' weight that a speck loses. */
    private static final double SPECK_DOUBT = 0.98;
    /** A comma or point is smaller than this, or lower by this share of a digit's height. */
    private static final double SMALL = 0.6;
    private static final double LOW = 0.25;
    private static final double LOW_SIZE = 0.85;
    /** A glyph whose top is no higher above the line of writing than the first share of a digit is a comma, from the second it is none. */
    private static final double COMMA_TOP = 0.5;
    private static final double DIGIT_TOP = 0.75;
    private static final double UNCUT = 0.5;
    private static final double FLAT = 0.75;
    private static final double WIDE = 1.35;
    private static final double RUN_TOGETHER = 0.002;
    /** The slash of a terminator is read as 1: how much a tall, and any other, 1 before a closing dash is doubted. */
    private static final double TALL = 1.15;
    private static final double TALL_DOUBT = 0.8;
    private static final double ANY_DOUBT = 0.4;

    private final double size;
    private final double height;
    private final double middle;
    private final WritingLine line;

    private AmountShapes(double size, double height, double middle, WritingLine line) {
        this.size = size;
        this.height = height;
        this.middle = middle;
        this.line = line;
    }

    /** Measures the uncut glyphs that are more likely digits than not; all, where there is none. */
    static AmountShapes of(List<Edge> edges) {
        List<Box> digits = edges.stream().filter(edge -> edge.digits() > edge.weights()[Edge.MARK] && edge.glyph().getPrior() > UNCUT)
            .map(Edge::box).toList();
        List<Box> measured = digits.isEmpty() ? edges.stream().map(Edge::box).toList() : digits;
        return new AmountShapes(
            median(measured.stream().mapToDouble(AmountShapes::extent).toArray()),
            median(measured.stream().mapToDouble(Box::getHeight).toArray()),
            median(measured.stream().mapToDouble(AmountShapes::centre).toArray()),
            WritingLine.under(measured));
    }

    /** Returns the edges with their digits doubted where their shapes speak for a separator or a terminator. */
    List<Edge> judge(List<Edge> edges, int nodes) {
        return edges.stream().map(edge -> slash(comma(speck(edge)), edges, nodes)).toList();
    }

    /** Returns whether a mark between digits lies and looks like a comma or a point. */
    boolean isSeparator(Edge edge) {
        boolean low = centre(edge.box()) > middle + LOW * height;
        return relative(edge) < SMALL || low && relative(edge) < LOW_SIZE || above(edge) < COMMA_TOP;
    }

    /** Returns how far a glyph reaches above the line of writing, in heights of a digit. */
    private double above(Edge edge) {
        return height > 0 ? (line.at(edge.box().getX() + edge.box().getWidth() / 2.0) - edge.box().getY()) / height : 1;
    }

    private Edge comma(Edge edge) {
        double low = (DIGIT_TOP - above(edge)) / (DIGIT_TOP - COMMA_TOP);
        return low <= 0 ? edge : edge.doubting(0, Edge.MARK - 1, SPECK_DOUBT * Math.min(1, low));
    }

    /**
     * Returns how plausible it is that a mark before the first digit or after the last is a currency sign or a terminator and not ink that
     * could not be cut, 0 to 1: signs are no wider than a digit is high unless they are flat, as a dash.
     */
    double decoration(Edge edge) {
        Box box = edge.box();
        boolean flat = box.getWidth() > 1.6 * box.getHeight() && box.getHeight() < FLAT * height;
        return flat || box.getWidth() < WIDE * height ? 1 : RUN_TOGETHER;
    }

    private Edge speck(Edge edge) {
        double fade = (FULL - relative(edge)) / (FULL - SPECK);
        return fade <= 0 ? edge : edge.doubting(0, Edge.MARK - 1, SPECK_DOUBT * Math.min(1, fade));
    }

    private Edge slash(Edge edge, List<Edge> edges, int nodes) {
        boolean beforeDash = edges.stream().anyMatch(next -> next.glyph().getFrom() == edge.glyph().getTo()
            && next.glyph().getTo() == nodes - 1 && next.box().getWidth() > 2 * next.box().getHeight()
            && next.weights()[Edge.MARK] > next.digits());
        return beforeDash ? edge.doubting(1, 1, edge.box().getHeight() > TALL * height ? TALL_DOUBT : ANY_DOUBT) : edge;
    }

    private double relative(Edge edge) {
        return size > 0 ? extent(edge.box()) / size : 1;
    }

    private static double extent(Box box) {
        return Math.max(box.getWidth(), box.getHeight());
    }

    private static double centre(Box box) {
        return box.getY() + box.getHeight() / 2.0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
