/**
 * The classify stage: glyphs to distributions. {@link io.penstock.classify.digit.DigitClassifier} is for library users and knows nothing of
 * Kafka; {@link io.penstock.classify.ClassifyTopology} puts it into the stream.
 *
 * <p>Trained networks and their records live in {@code model}, what runs one in {@code engine}, what makes several one classifier in
 * {@code ensemble}, what checks them in {@code audit}, what writes them for other runtimes in {@code interchange}. Training lives in module
 * {@code train}.
 */
package io.penstock.classify;
