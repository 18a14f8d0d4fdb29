package io.penstock.ingest.image;

import io.penstock.ingest.page.PageImage;
import java.util.OptionalDouble;

/**
 * How close an image's pixels lie, across and down, as its file says it. Where a file gives no unit, only their ratio means something.
 *
 * @param across   pixels per inch, or per nothing in particular
 * @param down     pixels per inch, or per nothing in particular
 * @param absolute whether the unit is the inch
 */
public record Density(double across, double down, boolean absolute) {

    /** Nothing is said: pixels are square, of unknown size. */
    public static final Density UNKNOWN = new Density(0, 0, false);

    /** Beyond this ratio pixels are no longer taken for square. */
    private static final double SQUARE = 1.03;
    /** Fax machines make pixels of 204 × 98 and 204 × 391 to the inch; nothing makes pixels beyond this ratio. */
    private static final double MAX_RATIO = 3;
    private static final double CENTIMETRES_PER_INCH = 2.54;

    /** Returns a density per inch. */
    public static Density perInch(double across, double down) {
        return new Density(across, down, true);
    }

    static Density perCentimetre(double across, double down) {
        return perInch(across * CENTIMETRES_PER_INCH, down * CENTIMETRES_PER_INCH);
    }

    /** Returns a density of which only the ratio is known. */
    static Density ratio(double across, double down) {
        return new Density(across, down, false);
    }

    /** Returns dots per inch once the pixels are square; empty where they are unknown or not believable. */
    public OptionalDouble dpi() {
        return absolute && isPossible() ? PageImage.believable(Math.max(across, down)) : OptionalDouble.empty();
    }

    /** Returns how many pixels lie across where one lies down; 1 where that is not believable, or as good as square. */
    double aspect() {
        boolean believed = isPossible() && (!absolute || dpi().isPresent());
        double aspect = believed ? across / down : 1;
        return Math.max(aspect, 1 / aspect) > SQUARE ? aspect : 1;
    }

    /** Returns whether the pixels are to be taken for square. */
    public boolean isSquare() {
        return aspect() == 1;
    }

    /** Returns this where it says how large a pixel is, else the other where that does, else what ratio one of them knows. */
    Density or(Density other) {
        if (dpi().isPresent() || other.dpi().isEmpty() && !isSquare()) {
            return this;
        }
        return other;
    }

    private boolean isPossible() {
        return across > 0 && down > 0 && Math.max(across / down, down / across) <= MAX_RATIO;
    }
}
