package io.penstock.ingest.image;

import io.penstock.ingest.page.PageImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;

/**
 * What an EXIF block says about showing its image.
 *
 * @param orientation upright where the block says nothing
 * @param dpi         dots per inch; empty where the block says nothing believable
 */
record ExifTags(Orientation orientation, OptionalDouble dpi) {

    static final ExifTags NONE = new ExifTags(Orientation.UPRIGHT, OptionalDouble.empty());

    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011A;
    private static final int RESOLUTION_UNIT = 0x0128;
    private static final int CENTIMETRES = 3;
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
        double resolution = 0;
        double perInch = 1;
        int entries = Math.min(block.getShort(directory) & 0xFFFF, (block.limit() - directory - 2) / ENTRY);
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            switch (block.getShort(at) & 0xFFFF) {
                case ORIENTATION -> orientation = Orientation.ofTag(block.getShort(at + 8) & 0xFFFF);
                case X_RESOLUTION -> resolution = rational(block, block.getInt(at + 8));
                case RESOLUTION_UNIT -> perInch = block.getShort(at + 8) == CENTIMETRES ? 2.54 : 1;
                default -> { }
            }
        }
        return new ExifTags(orientation, PageImage.believable(resolution * perInch));
    }

    private static double rational(ByteBuffer block, int at) {
        if (at < 0 || at > block.limit() - 8) {
            return 0;
        }
        long denominator = block.getInt(at + 4) & 0xFFFFFFFFL;
        return denominator == 0 ? 0 : (double) (block.getInt(at) & 0xFFFFFFFFL) / denominator;
    }
}
