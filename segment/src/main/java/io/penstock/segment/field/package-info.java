/**
 * What makes a field of a registered page into a record: its snippet, its glyphs, its line. How ink is cut is in {@code segment.comb} and
 * {@code segment.line}.
 */
package io.penstock.segment.field;
