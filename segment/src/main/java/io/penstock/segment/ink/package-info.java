/**
 * What is ink in a patch of a page, and its shape: pieces, outlines, strokes, straight lines, the width of the pen, where it may be cut.
 *
 * <p>Knows no form and no field: what boxes and free lines make of the ink is in {@code segment.comb} and {@code segment.line}.
 */
package io.penstock.segment.ink;
