package io.penstock.train.sample;

/**
 * Samples that are learnt together.
 *
 * @param features the pixels of each sample, from 0 (paper) to 1 (ink)
 * @param labels   what each sample is, as its source writes it
 * @param size     number of samples
 */
public record Batch(float[] features, float[] labels, int size) {
}
