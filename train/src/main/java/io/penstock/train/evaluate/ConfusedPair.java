package io.penstock.train.evaluate;

/**
 * A digit that was taken for another.
 *
 * @param label    the true one
 * @param answered what it was taken for
 * @param count    how often
 */
public record ConfusedPair(int label, int answered, int count) {
}
