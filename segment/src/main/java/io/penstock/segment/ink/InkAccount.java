package io.penstock.segment.ink;

import io.penstock.schema.Box;
import io.penstock.schema.UnexplainedInk;
import java.util.List;

/**
 * The account of a field's ink: what is left where people write when print, specks and all that was taken for writing are struck off.
 * Whatever decision left a stroke out, here it is seen again.
 */
public final class InkAccount {

    /** Length of a stroke that may be a digit or a part of one, millimetres: half of what people write small. */
    public static final double LEAST_MM = 1.25;

    /** Least length and least and greatest mean width of a stroke: the rest is specks and stains. */
    private static final double SPECK_MM = 0.5;
    private static final double THIN_MM = 0.1;
    private static final double THICK_MM = 1.1;
    /** How far around what is taken for writing ink is its edge. */
    private static final double EDGE_MM = 0.15;

    private final Patch patch;
    private final int width;
    private final int height;

    /** Takes the patch that the ink is from. */
    public InkAccount(Patch patch) {
        this.patch = patch;
        width = patch.width();
        height = patch.height();
    }

    /**
     * Returns the strokes that nothing explains.
     *
     * @param ink     1 where there is ink, row by row, without printed lines or with them outside the places where people write
     * @param written 1 where ink is taken for writing
     * @param writing places where people write, clear of print
     */
    public List<UnexplainedInk> unexplained(byte[] ink, byte[] written, List<Zone> writing) {
        if (isLittle(ink, written, writing)) {
            return List.of();
        }
        byte[] rest = new byte[ink.length];
        Mask explained = new Mask(written, width, height).grown((int) Math.ceil(EDGE_MM * patch.scale()));
        for (Zone zone : writing) {
            for (int y = (int) Math.max(0, zone.top()); y < Math.min(height, zone.bottom()); y++) {
                for (int x = (int) Math.max(0, zone.left()); x < Math.min(width, zone.right()); x++) {
                    int i = y * width + x;
                    rest[i] = explained.has(i) ? 0 : ink[i];
                }
            }
        }
        Blobs blobs = Blobs.of(rest, width, height);
        return blobs.list().stream().filter(blob -> blob.longSide() >= SPECK_MM * patch.scale()).map(blobs::shape).filter(this::isStroke)
            .map(this::stroke).toList();
    }

    /** Returns whether all ink that is not taken for writing would make no more than a speck. */
    private boolean isLittle(byte[] ink, byte[] written, List<Zone> writing) {
        int count = 0;
        for (Zone zone : writing) {
            for (int y = (int) Math.max(0, zone.top()); y < Math.min(height, zone.bottom()); y++) {
                for (int x = (int) Math.max(0, zone.left()); x < Math.min(width, zone.right()); x++) {
                    count += ink[y * width + x] & ~written[y * width + x];
                }
            }
        }
        return count < SPECK_MM * patch.scale();
    }

    /** Returns whether one of the strokes is so long that a field with it must not be accepted. */
    public static boolean isOff(List<UnexplainedInk> unexplained) {
        return unexplained.stream().anyMatch(stroke -> stroke.getLength() >= LEAST_MM);
    }

    private boolean isStroke(Shape shape) {
        double stroke = shape.strokeWidth();
        return stroke >= THIN_MM * patch.scale() && stroke <= THICK_MM * patch.scale();
    }

    private UnexplainedInk stroke(Shape shape) {
        Box box = patch.onPage(shape.x(), shape.y(), shape.right(), shape.bottom());
        return new UnexplainedInk(box, shape.area() / shape.strokeWidth() / patch.scale());
    }
}
