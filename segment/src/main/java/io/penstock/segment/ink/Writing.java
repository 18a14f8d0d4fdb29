package io.penstock.segment.ink;

import java.util.List;

/**
 * The pieces of connected ink of a free field that people wrote, with the measures of the hand.
 *
 * @param ink         the field's ink
 * @param blobs       all its connected pieces
 * @param written     those that are writing: no specks, no rests of printed lines
 * @param digitHeight height of a digit, pixels, at least 1
 * @param pen         width of a stroke, pixels, at least 1
 */
public record Writing(Ink ink, Blobs blobs, List<Blob> written, double digitHeight, double pen) {

    private static final double SPECK_MM = 0.35;
    private static final double REST_MM = 1.2;
    private static final double EDGE_MM = 0.9;
    private static final double SMALL = 0.3;
    private static final double FAINT = 0.6;
    private static final double AT_BORDER = 0.45;
    private static final double TALL = 0.4;
    /** Least length of what reaches in from beside, for it to be a part of a character. */
    private static final double REACHES_IN_MM = 1.5;

    /** Finds the writing in a zone of a patch, given its pixels a millimetre. */
    public static Writing of(double scale, Ink ink, Zone zone) {
        Blobs blobs = Blobs.of(ink);
        List<Blob> near = blobs.list().stream().filter(blob -> isInside(blob, scale, zone)).toList();
        double height = digitHeight(near);
        int level = ink.level();
        List<Blob> written = near.stream()
            .filter(blob -> blob.longSide() >= SMALL * height || blobs.meanDepth(ink, blob) >= FAINT * level)
            .filter(blob -> blob.longSide() >= AT_BORDER * height || !touchesBorder(blob, ink))
            .toList();
        return new Writing(ink, blobs, written, digitHeight(written), Math.max(1, pen(blobs, written)));
    }

    /** Returns how dark the ink of one of the pieces is: the median of its pixels' depths. */
    public double level(Blob blob) {
        return ink.level(blobs.shape(blob));
    }

    /** Returns the mean width of one of the pieces' strokes, pixels. */
    public double strokeWidth(Blob blob) {
        return blobs.shape(blob).strokeWidth();
    }

    /**
     * Erases from the ink what is not inside a zone, so that print around it is not measured.
     *
     * @return whether what was erased reaches so far into the zone that a character may be part of it
     */
    public static boolean keepOnly(double scale, Ink ink, Zone zone) {
        Blobs blobs = Blobs.of(ink);
        boolean[] kept = new boolean[blobs.list().size() + 1];
        blobs.list().forEach(blob -> kept[blob.label()] = isInside(blob, scale, zone));
        boolean reachesIn = blobs.list().stream().filter(blob -> !kept[blob.label()]).anyMatch(blob -> reachesIn(blobs, blob, scale, zone));
        for (int i = 0; i < ink.mask().length; i++) {
            ink.mask()[i] = kept[blobs.labels()[i]] ? ink.mask()[i] : 0;
        }
        return reachesIn;
    }

    private static boolean reachesIn(Blobs blobs, Blob blob, double scale, Zone zone) {
        double edge = EDGE_MM * scale;
        int left = (int) Math.max(blob.x(), zone.left() + edge);
        int top = (int) Math.max(blob.y(), zone.top() + edge);
        int right = (int) Math.min(blob.right(), zone.right() - edge);
        int bottom = (int) Math.min(blob.bottom(), zone.bottom() - edge);
        Shape part = Shape.collect(left, top, right, bottom, blobs.width(), i -> blobs.labels()[i] == blob.label() ? 1 : 0);
        return part != null && Math.max(part.width(), part.height()) > REACHES_IN_MM * scale;
    }

    private static boolean isInside(Blob blob, double scale, Zone zone) {
        boolean beside = blob.centreX() < zone.left() || blob.centreX() > zone.right();
        if (beside || blob.centreY() < zone.top() || blob.centreY() > zone.bottom()) {
            return false;
        }
        double edge = EDGE_MM * scale;
        boolean atEdge = blob.centreY() < zone.top() + edge || blob.centreY() > zone.bottom() - edge
            || blob.centreX() < zone.left() + 0.4 * edge || blob.centreX() > zone.right() - 0.4 * edge;
        return blob.longSide() >= SPECK_MM * scale && !(zone.edges() > 0 && atEdge && blob.height() < REST_MM * scale);
    }

    private static boolean touchesBorder(Blob blob, Ink ink) {
        return blob.x() <= 0 || blob.y() <= 0 || blob.right() >= ink.width() || blob.bottom() >= ink.height();
    }

    /** Returns the median height of what is not much lower than the tallest. */
    private static double digitHeight(List<Blob> writing) {
        double tallest = writing.stream().mapToInt(Blob::height).max().orElse(1);
        double[] tall = writing.stream().mapToDouble(Blob::height).filter(height -> height > TALL * tallest).sorted().toArray();
        return tall.length == 0 ? 1 : tall[tall.length / 2];
    }

    private static double pen(Blobs blobs, List<Blob> writing) {
        double[] widths = writing.stream()
            .map(blobs::shape).mapToDouble(Shape::strokeWidth).sorted().toArray();
        return widths.length == 0 ? 1 : widths[widths.length / 2];
    }
}
