/**
 * What a network learns from and is watched on while it learns: digits and lines, varied anew each epoch and put into batches, and the
 * validation beside them. How things are drawn is the synth module's; the training itself is {@code io.penstock.train.run}.
 */
package io.penstock.train.sample;
