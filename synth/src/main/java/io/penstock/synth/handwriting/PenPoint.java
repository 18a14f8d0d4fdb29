package io.penstock.synth.handwriting;

/**
 * A place that the pen passes while it leaves ink.
 *
 * @param x     to the right, millimetres
 * @param y     downwards, millimetres
 * @param width width of the line here, millimetres
 */
public record PenPoint(double x, double y, double width) {
}
