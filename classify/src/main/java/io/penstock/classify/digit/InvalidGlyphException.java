package io.penstock.classify.digit;

/** A glyph or a line that has not as many bytes as it must have: whoever cut it does not keep the contract. */
public final class InvalidGlyphException extends RuntimeException {

    /** The glyph or line at place {@code index} of a batch has {@code length} bytes in place of {@code wanted}. */
    public InvalidGlyphException(String what, int index, int length, int wanted) {
        super(what + " " + index + " has " + length + " bytes, not " + wanted);
    }
}
