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
 * @param density     of the pixels as they are stored
 */
record TiffTags(boolean thumbnail, int samples, Orientation orientation, Density density) {

    private static final int REDUCED_OR_MASK =
        BaselineTIFFTagSet.NEW_SUBFILE_TYPE_REDUCED_RESOLUTION | BaselineTIFFTagSet.NEW_SUBFILE_TYPE_TRANSPARENCY;

    static TiffTags of(IIOMetadata metadata) throws IIOInvalidTreeException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        int subfile = (int) number(directory, BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE, 0);
        int orientation = (int) number(directory, BaselineTIFFTagSet.TAG_ORIENTATION, 1);
        return new TiffTags((subfile & REDUCED_OR_MASK) != 0, (int) number(directory, BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1),
            Orientation.ofTag(orientation), density(
            (int) number(directory, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, BaselineTIFFTagSet.RESOLUTION_UNIT_INCH),
            number(directory, BaselineTIFFTagSet.TAG_X_RESOLUTION, Double.NaN),
            number(directory, BaselineTIFFTagSet.TAG_Y_RESOLUTION, Double.NaN)));
    }

    /** Returns what the tags for resolution and its unit mean, in TIFF and in EXIF; NaN stands for one that is missing. */
    static Density density(int unit, double x, double y) {
        double across = Double.isNaN(x) ? y : x;
        double down = Double.isNaN(y) ? x : y;
        return switch (unit) {
            case BaselineTIFFTagSet.RESOLUTION_UNIT_CENTIMETER -> Density.perCentimetre(across, down);
            case BaselineTIFFTagSet.RESOLUTION_UNIT_INCH -> Density.perInch(across, down);
            default -> Density.ratio(across, down);
        };
    }

    private static double number(TIFFDirectory directory, int tag, double otherwise) {
        TIFFField field = directory.getTIFFField(tag);
        return field == null || field.getCount() < 1 || !field.isIntegral() && field.getType() != TIFFTag.TIFF_RATIONAL
            ? otherwise : field.getAsDouble(0);
    }
}
