package io.penstock.train.run;

/**
 * Samples that are learnt together.
 *
 * @param features the pixels of each sample, from 0 (paper) to 1 (ink)
 * @param labels   what each sample is, as its source writes it
 * @param size     number of samples
 */
record Batch(float[] features, float[] labels, int size) {
}
