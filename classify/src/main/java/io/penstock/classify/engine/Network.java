package io.penstock.classify.engine;

/** One trained network, ready to answer. Owns its native memory. Not thread-safe. */
public interface Network extends AutoCloseable {

    /**
     * Returns the softmax of each glyph; of a line class by class, frame by frame.
     *
     * @param glyphs one after the other, 28 × 28 values each, or lines, row by row; 0 is paper and 1 is ink
     */
    float[][] probabilities(float[] glyphs);

    /** Frees the native memory. A closed network answers no more. */
    @Override
    void close();
}
