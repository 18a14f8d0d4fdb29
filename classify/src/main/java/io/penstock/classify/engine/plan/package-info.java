/**
 * What a trained network computes, without how: convolutions, pooling and dense layers with plain arrays of weights, batch normalization
 * folded into them. Read from Deeplearning4j's network; nothing is run here.
 */
package io.penstock.classify.engine.plan;
