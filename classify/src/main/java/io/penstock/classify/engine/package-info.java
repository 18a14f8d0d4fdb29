/**
 * Networks that answer: which engine runs one, pooling, the gate, the ensemble as a classifier, the change to one that was published anew.
 * What a network computes is in {@code plan}, how it is computed fast in {@code onednn}; files are in {@code model}.
 */
package io.penstock.classify.engine;
