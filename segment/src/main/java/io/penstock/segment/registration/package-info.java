/**
 * Finding where a form lies on a page, by its printed geometry alone.
 *
 * <p>A page is rectified by the slopes of its own straight edges, and its thin straight lines and solid blocks are mapped once
 * ({@link io.penstock.segment.registration.print}). A form's own lines are then placed on that map: a coarse search over scales and shifts,
 * axis by axis ({@link io.penstock.segment.registration.AxisSearch}), and a robust least-squares fit of a projective map
 * ({@link io.penstock.segment.registration.Fit}).
 */
package io.penstock.segment.registration;
