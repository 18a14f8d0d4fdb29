package io.penstock.segment.ink;

/**
 * Where people write in a patch, pixels.
 *
 * @param left   left edge
 * @param top    upper edge
 * @param right  right edge
 * @param bottom lower edge
 * @param edges  how many of the four are printed and were found
 */
public record Zone(double left, double top, double right, double bottom, int edges) {
}
