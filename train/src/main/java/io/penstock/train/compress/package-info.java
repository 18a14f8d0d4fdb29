/**
 * Smaller and faster versions of a trained network: pruned weights, removed channels, 8-bit storage, each measured against its parent.
 * The file format of 8-bit weights is in {@code io.penstock.classify.model}; how a network learns is in {@code io.penstock.train.run}.
 */
package io.penstock.train.compress;
