package io.penstock.synth.digit;

/** A data set that is missing or is not what it should be; the message says what to do about it. */
public final class DataSetException extends RuntimeException {

    /** Permanent code of what is wrong. */
    public enum Code {
        /** A file is not where it should be, or cannot be read. */
        NOT_FOUND,
        /** A set was asked for by a name that no set has. */
        UNKNOWN_SET,
        /** A file does not begin as an IDX file of this kind does. */
        NOT_IDX,
        /** A packed file cannot be unpacked. */
        DAMAGED,
        /** A file announces more than is ever read. */
        TOO_LARGE,
        /** No mirror has a file as it was published; each mirror's failure is in the message. */
        DOWNLOAD_FAILED,
        /** A mirror is not given as an address. */
        WRONG_MIRROR,
        /** The folder of downloads cannot be written. */
        CACHE_NOT_WRITABLE,
        /** A file is no font, or a broken one. */
        NOT_FONT,
        /** Images are not 28 by 28 pixels. */
        WRONG_SIZE,
        /** A file ends before, or goes on after, what its header announces. */
        WRONG_LENGTH,
        /** A label is not a digit, or a line of a text data set cannot be read. */
        WRONG_LABEL,
        /** There are not as many labels as images. */
        COUNTS_DIFFER,
        /** The content is not the published one. */
        CHECKSUM_DIFFERS
    }

    private final Code code;

    /** A data set is unusable for the reason {@code code}; {@code message} says which file and what to do. */
    public DataSetException(Code code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /** Returns the permanent code. */
    public Code code() {
        return code;
    }
}
