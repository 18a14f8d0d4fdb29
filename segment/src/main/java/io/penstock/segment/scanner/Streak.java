package io.penstock.segment.scanner;

/**
 * A line that a dirty sensor or a worn roller drew: straight along the picture's rows or columns, thin, and much longer than any stroke.
 *
 * @param horizontal whether it runs along a row
 * @param at         the row, or column, of its middle, pixels of the page
 * @param from       where it begins along its direction
 * @param to         where it ends, exclusive
 */
public record Streak(boolean horizontal, double at, int from, int to) {
}
