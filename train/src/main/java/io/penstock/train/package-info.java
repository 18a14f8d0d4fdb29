/**
 * The model shop and the generator of sample scans: data sets ({@code data}), augmentation ({@code augment}, {@code rubbish}), networks
 * ({@code zoo}), training ({@code run}), measurement ({@code evaluate}), samples ({@code samples}, {@code handwriting}).
 *
 * <p>Running a trained network is the classify module's.
 */
package io.penstock.train;
