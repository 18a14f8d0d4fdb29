/**
 * A character's ink as a glyph: scaled and centred as MNIST does, with what was cut from one field around it. Which ink is one character
 * is decided in {@code segment.comb} and {@code segment.line}.
 */
package io.penstock.segment.glyph;
