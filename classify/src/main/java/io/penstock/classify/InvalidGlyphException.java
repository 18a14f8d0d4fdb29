package io.penstock.classify;

/** A glyph that is not 28 by 28 bytes: whoever cut it does not keep the contract. */
public final class InvalidGlyphException extends RuntimeException {

    /** The glyph at place {@code index} of a batch has {@code length} bytes. */
    public InvalidGlyphException(int index, int length) {
        super("glyph " + index + " has " + length + " bytes, not the " + DigitClassifier.GLYPH_BYTES + " of 28 by 28 pixels");
    }
}
