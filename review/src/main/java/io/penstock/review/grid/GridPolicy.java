package io.penstock.review.grid;

/**
 * What a look at a sheet of digits is worth.
 *
 * @param glance     how well people see odd digits among those that were read alike
 * @param confidence least probability (0 to 1) that a field is right, after the look, for which nobody has to type it
 */
public record GridPolicy(Glance glance, double confidence) {
}
