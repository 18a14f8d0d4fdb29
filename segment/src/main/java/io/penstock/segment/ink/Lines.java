package io.penstock.segment.ink;

/**
 * The exact place of a field's printed lines in a patch, pixels.
 *
 * @param verticals   x of the vertical lines, left to right
 * @param top         y of the upper line
 * @param bottom      y of the lower line
 * @param thickness   thickness of each vertical line, then of the upper and of the lower one; of a thin one, what most lines have
 * @param support     share (0 to 1) of the lines that is printed
 */
public record Lines(double[] verticals, double top, double bottom, double[] thickness, double support) {

    /** Returns the thickness of the upper line. */
    public double topThickness() {
        return thickness[thickness.length - 2];
    }

    /** Returns the thickness of the lower line. */
    public double bottomThickness() {
        return thickness[thickness.length - 1];
    }

    /** Returns how many boxes the lines enclose. */
    public int boxes() {
        return verticals.length - 1;
    }

    /** Returns the mean width of a box. */
    public double pitch() {
        return (right() - left()) / boxes();
    }

    public double left() {
        return verticals[0];
    }

    public double right() {
        return verticals[verticals.length - 1];
    }
}
