package io.penstock.ingest.image;

import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/**
 * What the tags of one TIFF image say that a page needs.
 *
 * @param thumbnail   whether it is a smaller copy or a mask of another image in the file, and no page
 * @param samples     numbers that make up one of its pixels
 * @param orientation upright where nothing is said
 * @param xDpi        dots per inch across, 0 where nothing is said
 * @param yDpi        dots per inch down, 0 where nothing is said
 */
record TiffTags(boolean thumbnail, int samples, Orientation orientation, double xDpi, double yDpi) {

    private static final int REDUCED_OR_MASK =
        BaselineTIFFTagSet.NEW_SUBFILE_TYPE_REDUCED_RESOLUTION | BaselineTIFFTagSet.NEW_SUBFILE_TYPE_TRANSPARENCY;

    static TiffTags of(IIOMetadata metadata) throws IIOInvalidTreeException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        int subfile = (int) number(directory, BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE, 0);
        int orientation = (int) number(directory, BaselineTIFFTagSet.TAG_ORIENTATION, 1);
        double perInch = switch ((int) number(directory, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, BaselineTIFFTagSet.RESOLUTION_UNIT_INCH)) {
            case BaselineTIFFTagSet.RESOLUTION_UNIT_INCH -> 1;
            case BaselineTIFFTagSet.RESOLUTION_UNIT_CENTIMETER -> 2.54;
            default -> 0;
        };
        return new TiffTags((subfile & REDUCED_OR_MASK) != 0, (int) number(directory, BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1),
            Orientation.ofTag(orientation),
            number(directory, BaselineTIFFTagSet.TAG_X_RESOLUTION, 0) * perInch,
            number(directory, BaselineTIFFTagSet.TAG_Y_RESOLUTION, 0) * perInch);
    }

    private static double number(TIFFDirectory directory, int tag, double otherwise) {
        TIFFField field = directory.getTIFFField(tag);
        return field == null || field.getCount() < 1 || !field.isIntegral() && field.getType() != TIFFTag.TIFF_RATIONAL
            ? otherwise : field.getAsDouble(0);
    }
}
