/**
 * The classify stage: glyphs to distributions. {@link io.penstock.classify.DigitClassifier} is for library users and knows nothing of
 * Kafka; {@link io.penstock.classify.ClassifyTopology} puts it into the stream.
 *
 * <p>Trained networks and their records live in {@code model}, what runs them in {@code engine}, what checks them in {@code audit}, what
 * writes them for other runtimes in {@code interchange}. Training lives in module {@code train}.
 */
package io.penstock.classify;
