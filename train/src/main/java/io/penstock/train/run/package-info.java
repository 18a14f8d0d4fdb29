/**
 * Training: one network from its batches to its weights, checkpoints and history, the export into a model store. What it learns from is
 * {@code io.penstock.train.sample}.
 */
package io.penstock.train.run;
