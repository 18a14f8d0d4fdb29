package io.penstock.ingest.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What an EXIF block says about showing its image.
 *
 * @param orientation upright where the block says nothing
 * @param density     of the pixels as they are stored
 */
record ExifTags(Orientation orientation, Density density) {

    static final ExifTags NONE = new ExifTags(Orientation.UPRIGHT, Density.UNKNOWN);

    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011A;
    private static final int Y_RESOLUTION = 0x011B;
    private static final int RESOLUTION_UNIT = 0x0128;
    private static final int INCHES = 2;
    private static final int ENTRY = 12;

    /** Returns what the first directory of a block says; a damaged block says nothing, as the image itself may be sound. */
    static ExifTags parse(ByteBuffer exif) {
        ByteBuffer block = exif.slice();
        if (block.remaining() < 8) {
            return NONE;
        }
        block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = block.getInt(4);
        if (directory < 8 || directory > block.limit() - 2) {
            return NONE;
        }
        Orientation orientation = Orientation.UPRIGHT;
        double across = Double.NaN;
        double down = Double.NaN;
        int unit = INCHES;
        int entries = Math.min(block.getShort(directory) & 0xFFFF, (block.limit() - directory - 2) / ENTRY);
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            switch (block.getShort(at) & 0xFFFF) {
                case ORIENTATION -> orientation = Orientation.ofTag(block.getShort(at + 8) & 0xFFFF);
                case X_RESOLUTION -> across = rational(block, block.getInt(at + 8));
                case Y_RESOLUTION -> down = rational(block, block.getInt(at + 8));
                case RESOLUTION_UNIT -> unit = block.getShort(at + 8);
                default -> { }
            }
        }
        return new ExifTags(orientation, TiffTags.density(unit, across, down));
    }

    private static double rational(ByteBuffer block, int at) {
        if (at < 0 || at > block.limit() - 8) {
            return 0;
        }
        long denominator = block.getInt(at + 4) & 0xFFFFFFFFL;
        return denominator == 0 ? 0 : (double) (block.getInt(at) & 0xFFFFFFFFL) / denominator;
    }
}
