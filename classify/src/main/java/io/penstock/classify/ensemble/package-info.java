/**
 * Several networks as one classifier: how glyphs and lines are looked at, pooling, the gate, the change to an ensemble that was published
 * anew. What one network computes is in {@code engine}; ensembles as files are in {@code model}.
 */
package io.penstock.classify.ensemble;
