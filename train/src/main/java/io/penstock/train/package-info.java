/**
 * The model shop: data sets ({@code data}), what a network learns from ({@code sample}), networks ({@code zoo}), training ({@code run},
 * {@code recipe}, {@code tune}), compression ({@code compress}), calibration ({@code calibrate}) and measurement ({@code evaluate}).
 *
 * <p>Drawing what nobody wrote is the synth module's, running a trained network the classify module's.
 */
package io.penstock.train;
