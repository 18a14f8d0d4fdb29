/**
 * The classify stage: glyphs to distributions. {@link io.penstock.classify.DigitClassifier} is for library users and knows nothing of
 * Kafka; {@link io.penstock.classify.ClassifyTopology} puts it into the stream.
 *
 * <p>Trained networks and their records live in {@code model}, what runs them in {@code engine}. Training lives in module {@code train}.
 */
package io.penstock.classify;
