package io.penstock.ingest.image;

import java.awt.image.BufferedImage;

/**
 * How an image must be turned to be shown, as the orientation tag of TIFF and EXIF says it.
 *
 * @param mirrored whether the image must first be mirrored left to right
 * @param rotation degrees clockwise (0, 90, 180, 270) that it must then be turned
 */
record Orientation(boolean mirrored, int rotation) {

    static final Orientation UPRIGHT = new Orientation(false, 0);

    /** Returns the meaning of a tag's value; values that are not 1 to 8 mean nothing. */
    static Orientation ofTag(int value) {
        return switch (value) {
            case 2 -> new Orientation(true, 0);
            case 3 -> new Orientation(false, 180);
            case 4 -> new Orientation(true, 180);
            case 5 -> new Orientation(true, 270);
            case 6 -> new Orientation(false, 90);
            case 7 -> new Orientation(true, 90);
            case 8 -> new Orientation(false, 270);
            default -> UPRIGHT;
        };
    }

    /** Returns the image mirrored where this orientation asks for it; turning is left to who shows it. */
    BufferedImage mirror(BufferedImage image) {
        if (!mirrored) {
            return image;
        }
        BufferedImage mirror = new BufferedImage(image.getColorModel(),
            image.getRaster().createCompatibleWritableRaster(image.getWidth(), image.getHeight()), image.isAlphaPremultiplied(), null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                mirror.getRaster().setDataElements(image.getWidth() - 1 - x, y, image.getRaster().getDataElements(x, y, null));
            }
        }
        return mirror;
    }
}
