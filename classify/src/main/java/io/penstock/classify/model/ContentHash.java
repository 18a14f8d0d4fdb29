package io.penstock.classify.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a content: the first twelve hex digits of its SHA-256.
 *
 * @param hex twelve lower-case hex digits
 */
public record ContentHash(String hex) {

    private static final int DIGITS = 12;

    /** Returns the hash of a content. */
    public static ContentHash of(byte[] content) {
        try {
            return new ContentHash(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
