package io.penstock.ingest.page;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/**
 * One page as an encoded image.
 *
 * @param dpi       dots per inch as the document states it; empty where it says nothing believable
 * @param rotation  degrees clockwise (0, 90, 180, 270) that the image must be turned to be shown as the document asks; any
 *                  orientation that the encoded image states about itself is in here already and must be ignored by its decoder
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param width     pixels, before rotation
 * @param height    pixels, before rotation
 * @param image     the encoded image, read-only, from position to limit; duplicate it before reading with relative gets
 */
public record PageImage(OptionalDouble dpi, int rotation, String mediaType, int width, int height, ByteBuffer image) {

    /** Media type of a PNG. */
    public static final String PNG = "image/png";
    /** Media type of a JPEG. */
    public static final String JPEG = "image/jpeg";

    private static final double MIN_DPI = 50;
    private static final double MAX_DPI = 2400;

    /** Rejects a rotation that is no quarter turn and keeps the image read-only. */
    public PageImage {
        if (rotation % 90 != 0 || rotation < 0 || rotation >= 360) {
            throw new IllegalArgumentException("rotation must be 0, 90, 180 or 270, not " + rotation);
        }
        image = image.asReadOnlyBuffer();
    }

    /** Returns a resolution where scanners and screens could have made it (50 to 2400), and empty otherwise. */
    public static OptionalDouble believable(double dpi) {
        return dpi >= MIN_DPI && dpi <= MAX_DPI ? OptionalDouble.of(dpi) : OptionalDouble.empty();
    }
}
