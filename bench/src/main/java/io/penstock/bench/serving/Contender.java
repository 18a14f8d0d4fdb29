package io.penstock.bench.serving;

import java.util.List;

/** One way to classify glyphs, made and used by one thread. */
public interface Contender extends AutoCloseable {

    /**
     * Classifies glyphs.
     *
     * @param glyphs 784 bytes each, 0 is paper and 255 is ink
     * @return for each the probabilities of the digits 0 to 9, then reject
     */
    float[][] classify(List<byte[]> glyphs);

    /** Frees what it holds. */
    @Override
    void close();
}
