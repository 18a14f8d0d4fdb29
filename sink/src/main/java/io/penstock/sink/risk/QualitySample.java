package io.penstock.sink.risk;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The small share of accepted numbers that a person reads all the same, so that the error rate stays known. Drawn by the hash of the
 * number's review id: the same number is always in it or never, on every machine.
 *
 * @param share share (0 to 1) of accepted numbers
 */
public record QualitySample(double share) {

    private static final int UNUSED_BITS = 11;

    /** Returns whether the number with this review id belongs to it. */
    public boolean takes(String review) {
        long hash = UUID.nameUUIDFromBytes(review.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return (hash >>> UNUSED_BITS) * 0x1p-53 < share;
    }
}
