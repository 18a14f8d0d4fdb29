package io.penstock.classify.model;

import io.penstock.schema.digest.Sha256;

/**
 * The name of a content: the first twelve hex digits of its SHA-256.
 *
 * @param hex twelve lower-case hex digits
 */
public record ContentHash(String hex) {

    private static final int DIGITS = 12;

    /** Returns the hash of a content. */
    public static ContentHash of(byte[] content) {
        return new ContentHash(Sha256.hex(content).substring(0, DIGITS));
    }
}
