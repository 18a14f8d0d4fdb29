/**
 * Finding where a form lies on a page, by its printed geometry alone.
 *
 * <p>The page's thin straight lines and solid blocks are mapped once ({@link io.penstock.segment.registration.PrintMap}); a form's own
 * lines are then placed on that map: a coarse search over scale, turn and shift by prefix sums, and a robust least-squares fit.
 */
package io.penstock.segment.registration;
