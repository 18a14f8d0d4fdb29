package io.penstock.classify.digit;

import java.util.List;

/**
 * Says of each glyph how probable it is to be each digit, or no digit at all.
 *
 * <p>Not thread-safe: it holds native memory and networks with working memory of their own. Make one for each thread, close it.
 */
public interface DigitClassifier extends AutoCloseable {

    /** Rows of a glyph, and columns. */
    int SIDE = 28;

    /** Bytes of a glyph: row by row, 0 is paper and 255 is ink, normalized as MNIST is. */
    int GLYPH_BYTES = SIDE * SIDE;

    /** Digits there are, and classes of a network that knows no reject. */
    int DIGITS = 10;

    /** Place of "not a digit" in a distribution: after the digits. */
    int REJECT = DIGITS;

    /** Values of a distribution: the digits 0 to 9, then reject. */
    int CLASSES = DIGITS + 1;

    /** Rows of a line's picture. */
    int LINE_HEIGHT = 32;

    /** Columns of a line's picture. */
    int LINE_WIDTH = 160;

    /** Frames of a line: each two columns of its picture. */
    int FRAMES = LINE_WIDTH / 2;

    /** Values of a frame: the digits 0 to 9, a separator between digits, a mark before or after them, nothing new. */
    int FRAME_CLASSES = 13;

    /** Name of the ensemble that is used where none is named. */
    String DEFAULT_ENSEMBLE = "digits";

    /** Returns the most probable digit of a distribution, however probable reject is; the lowest of several. */
    static int digit(float... distribution) {
        int best = 0;
        for (int digit = 1; digit < Math.min(REJECT, distribution.length); digit++) {
            best = distribution[digit] > distribution[best] ? digit : best;
        }
        return best;
    }

    /**
     * Classifies glyphs, however many.
     *
     * @param glyphs {@link #GLYPH_BYTES} bytes each
     * @return for each glyph in the same order {@link #CLASSES} calibrated probabilities that add up to 1
     * @throws InvalidGlyphException where a glyph has not {@link #GLYPH_BYTES} bytes
     */
    float[][] classify(List<byte[]> glyphs);

    /**
     * Reads lines of free writing without cutting them.
     *
     * @param lines {@link #LINE_HEIGHT} rows of {@link #LINE_WIDTH} bytes each, 0 is paper and 255 is ink
     * @return for each line in the same order {@link #FRAMES} times {@link #FRAME_CLASSES} probabilities of each network that reads lines,
     *     frame by frame; empty arrays where none does
     * @throws InvalidGlyphException where a line has another number of bytes
     */
    default float[][] read(List<byte[]> lines) {
        return new float[lines.size()][0];
    }

    /**
     * Reads lines as {@link #read} does, in less time: each network looks at a line once, as it stands. Enough where another reading
     * stands beside it.
     */
    default float[][] glance(List<byte[]> lines) {
        return read(lines);
    }

    /** Returns the version of what answers: the ensemble's name, {@code @}, the hash of its content. */
    String version();

    /** Frees the native memory. A closed classifier classifies no more. */
    @Override
    void close();
}
