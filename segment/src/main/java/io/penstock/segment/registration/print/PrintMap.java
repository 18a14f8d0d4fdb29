package io.penstock.segment.registration.print;

import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What is printed straight on a page: masks of its thin level lines, thin upright lines and solid blocks, rectified.
 *
 * <p>Kept on the heap, one bit a pixel, {@link #width()} by {@link #height()}; about {@value #LONG_SIDE} pixels along the longer side,
 * which is 4.7 pixels a millimetre on A4. Form independent: computed once a page.
 */
public final class PrintMap {

    /** Pixels along the longer side of the page. */
    static final int LONG_SIDE = 1400;
    private static final double LARGEST_SCALE = 1.5;
    /** Pixels to either side by which lines reach at least, blocks reach, and gaps in a line reach less far. */
    private static final int LINE_REACH = 9;
    private static final int BLOCK_REACH = 3;
    private static final int GAP_REACH = 2;
    private static final int PAPER = 71;

    private final int width;
    private final int height;
    private final BitPlane levelByColumn;
    private final BitPlane uprightByRow;
    private final BitPlane solid;
    private final PrintSums sums;
    private final Depths depths;
    private final Homography reduction;
    private final Homography fromPage;

    private PrintMap(Depths depths, Homography reduction) {
        this.depths = depths;
        this.reduction = reduction;
        Homography rectify = rectification(depths.ink());
        BitPlane ink = depths.ink(rectify);
        width = ink.width();
        height = ink.height();
        fromPage = rectify.after(reduction);
        solid = ink.opened(BLOCK_REACH, BLOCK_REACH);
        BitPlane thin = ink.without(solid.dilated(1, 1));
        BitPlane level = thin.closed(GAP_REACH, 0).opened(LINE_REACH, 0);
        uprightByRow = thin.closed(0, GAP_REACH).opened(0, LINE_REACH);
        sums = new PrintSums(level, uprightByRow, solid);
        levelByColumn = level.transposed();
    }

    /** Maps a page. */
    public static PrintMap of(PageImage page) {
        try (MatScope mats = new MatScope()) {
            double scale = Math.min(LARGEST_SCALE, (double) LONG_SIDE / Math.max(page.width(), page.height()));
            Mat small = reduced(mats, page.gray(), scale);
            double shift = 0.5 * scale - 0.5;
            return new PrintMap(depths(mats, small), Homography.scaleAndShift(scale, scale, shift, shift));
        }
    }

    /** Returns how many pixels are ink outside of quadrangles of the page image. */
    public int inkOutside(List<Quadrangle> covered) {
        return depths.inkOutside(onMap(covered));
    }

    /** Returns the map of the page with nothing on it inside of quadrangles of the page image: what is left is made level by itself. */
    public PrintMap without(List<Quadrangle> covered) {
        return new PrintMap(depths.without(onMap(covered)), reduction);
    }

    private List<Quadrangle> onMap(List<Quadrangle> covered) {
        return covered.stream().map(quadrangle -> quadrangle.through(reduction)).toList();
    }

    /** Returns the length of all level (or upright) lines, pixels. */
    public int lines(boolean level) {
        return level ? levelByColumn.edges(false).count() : uprightByRow.edges(false).count();
    }

    /** Resizes a page; where more than two pixels make one, they are averaged by twos first, which takes a tenth of the time. */
    private static Mat reduced(MatScope mats, Mat gray, double scale) {
        Mat from = gray;
        double left = scale;
        for (; left <= 0.5; left *= 2) {
            Mat half = mats.mat();
            Mat even = mats.own(from.submat(0, from.rows() & ~1, 0, from.cols() & ~1));
            Imgproc.resize(even, half, new Size(), 0.5, 0.5, Imgproc.INTER_AREA);
            from = half;
        }
        Mat small = mats.mat();
        Imgproc.resize(from, small, new Size(), left, left, from == gray && scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
        return small;
    }

    private static Homography rectification(BitPlane ink) {
        return Rectification.of(EdgeTracer.trace(ink, true), EdgeTracer.trace(ink, false), ink.width(), ink.height());
    }

    private static Depths depths(MatScope mats, Mat gray) {
        Mat paper = mats.mat();
        Imgproc.blur(gray, paper, new Size(PAPER, PAPER), new Point(-1, -1), Core.BORDER_REPLICATE);
        Core.subtract(paper, gray, paper);
        return new Depths(paper);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns the centre, across the line, of the level (or upright) line nearest to a place; NaN where none is within a radius. */
    public double nearest(boolean level, Point place, double radius) {
        BitPlane lines = level ? levelByColumn : uprightByRow;
        int fixed = (int) Math.round(level ? place.x : place.y);
        if (fixed < 0 || fixed >= lines.height()) {
            return Double.NaN;
        }
        double centre = level ? place.y : place.x;
        int from = Math.max(0, (int) Math.floor(centre - radius));
        int to = Math.min(lines.width() - 1, (int) Math.ceil(centre + radius));
        double best = Double.NaN;
        for (int start = from > to ? to + 1 : lines.nextSet(fixed, from); start <= to;) {
            int end = lines.nextClear(fixed, start);
            double middle = (start + Math.min(to, end - 1)) / 2.0;
            if (Double.isNaN(best) || Math.abs(middle - centre) < Math.abs(best - centre)) {
                best = middle;
            }
            start = end > to ? end : lines.nextSet(fixed, end);
        }
        return Math.abs(best - centre) <= radius ? best : Double.NaN;
    }

    /** Returns the mask of solid blocks. */
    public BitPlane solid() {
        return solid;
    }

    /** Returns the sums over these masks. */
    public PrintSums sums() {
        return sums;
    }

    /** Returns the map from pixels of the page image to pixels of this map. */
    public Homography fromPage() {
        return fromPage;
    }

    /** Returns pixels of this map that a pixel of the page image makes, at the page's centre. */
    public double scale() {
        Homography toPage = fromPage.inverse();
        return 1 / toPage.scaleAt(width / 2.0, height / 2.0);
    }
}
