/**
 * Boxes: the exact place of a comb, dropout of its printed lines, and which ink belongs to which box. Writing without boxes is
 * {@code segment.line}.
 */
package io.penstock.segment.comb;
