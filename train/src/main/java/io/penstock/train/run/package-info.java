/** Training: samples to batches to a network, checkpoints and history, the export into a model store, the making of an ensemble. */
package io.penstock.train.run;
