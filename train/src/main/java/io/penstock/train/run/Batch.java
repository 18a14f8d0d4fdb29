package io.penstock.train.run;

/**
 * Samples that are learnt together.
 *
 * @param features 784 values a sample, from 0 (paper) to 1 (ink)
 * @param labels   one value a sample and class: 1 at the sample's class, else 0
 * @param size     number of samples
 */
record Batch(float[] features, float[] labels, int size) {
}
