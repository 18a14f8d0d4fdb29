package io.penstock.segment.ink;

import java.util.Arrays;
import java.util.List;

/**
 * Ink that one threshold over print and writing leaves out: strokes much fainter than the rest, away from all that was taken for ink.
 *
 * <p>The paper's grain and what shines through from its back are fainter still, or have no strokes.
 */
public final class FaintInk {

    /** Least depth of a faint stroke, as a share of the rest's. */
    private static final double FAINTEST = 0.3;
    /** The same of one that may be something that shines through, or all that is left of a digit. */
    private static final double TRACE = 0.15;
    /** Least length of a trace, and least share of all that is so faint: the rest is a pattern of the paper. */
    private static final double TRACE_MM = 2;
    private static final double PLAINEST = 0.6;
    /** Greatest length of all its strokes together, in its longer sides. */
    private static final double LONGEST = 3.5;
    /** Least depth of one among many pieces that are none: a hand stands out from a pattern. */
    private static final double PLAIN = 0.4;
    /** How far from printed lines faint strokes are looked for. */
    private static final double CLEAR_MM = 0.6;
    /** How far from other ink it must be: nearer is the blurred edge of that. */
    private static final double APART_MM = 0.25;
    /** The same in pixels of the scan. */
    private static final double APART_PIXELS = 1.5;
    private static final double SPECK_MM = 0.4;
    private static final int MOST_OTHERS = 3;
    /** Least length of a stroke, and its least and greatest mean width. */
    private static final double LENGTH_MM = 1.5;
    private static final double THIN_MM = 0.12;
    private static final double THICK_MM = 1.1;
    /** Greatest share that the faintest character's depth may be of the darkest one's in a field that was written with one pen. */
    private static final double UNEVEN = 0.62;

    /** So many characters that are all faint are writing; fewer may be something that shines through. */
    private static final int COHERENT = 3;

    private final Ink ink;
    /** Median depth of all that was taken for ink. */
    private final int level;
    /** Least depth of ink on this paper. */
    private final int grain;
    /** 1 where people write, away from all that was taken for ink, row by row. */
    private final byte[] apart;

    private FaintInk(Patch patch, Ink ink, byte[] before, List<Zone> writing) {
        this.ink = ink;
        byte[] all = all(ink, before);
        level = level(ink, all);
        grain = ink.grain();
        apart = apart(ink, all, Math.max(APART_MM * patch.scale(), APART_PIXELS * patch.pagePixel()), writing);
    }

    /** What was found. */
    public enum Found {
        /** All ink is dark, or almost none is faint. */
        NOTHING,
        /** Faint strokes, which are ink now. */
        STROKES,
        /** Strokes so faint that they may be something that shines through: they were left alone. */
        TRACES,
        /** So much that it may be a pattern of the paper, and was left alone. */
        PATTERN
    }

    /**
     * Adds the faint strokes to the ink.
     *
     * @param patch   where it is from
     * @param ink     the ink, printed lines removed; its mask is changed
     * @param before  what was ink before that
     * @param writing where people write, clear of print
     */
    public static Found add(Patch patch, Ink ink, byte[] before, List<Zone> writing) {
        double scale = patch.scale();
        FaintInk faint = new FaintInk(patch, ink, before, writing);
        Blobs blobs = faint.pieces(FAINTEST, LENGTH_MM * scale);
        List<Blob> strokes = blobs.list().stream().filter(blob -> isStroke(blob, blobs, LENGTH_MM, scale)).toList();
        boolean pattern = isPattern(blobs.list(), strokes, scale);
        double plain = PLAIN * faint.level;
        if (pattern && strokes.stream().anyMatch(blob -> blobs.meanDepth(ink, blob) > plain)) {
            return Found.PATTERN;
        }
        if (pattern || strokes.isEmpty()) {
            return !patch.isCoarse() && hasTraces(faint.pieces(TRACE, TRACE_MM * scale), scale) ? Found.TRACES : Found.NOTHING;
        }
        faint.mark(blobs, strokes);
        return Found.STROKES;
    }

    /** Returns the pieces of what is as dark as a share of the rest; none where all of it together is shorter than a stroke. */
    private Blobs pieces(double share, double least) {
        int floor = Math.max(grain, (int) (share * level));
        byte[] faint = new byte[apart.length];
        int count = 0;
        for (int i = 0; i < faint.length; i++) {
            faint[i] = (ink.depth()[i] & 0xff) > floor ? apart[i] : 0;
            count += faint[i];
        }
        return count < least ? new Blobs(List.of(), new int[0], ink.width()) : Blobs.of(faint, ink.width(), ink.height());
    }

    private void mark(Blobs blobs, List<Blob> strokes) {
        byte[] faint = blobs.ink(strokes);
        for (int i = 0; i < faint.length; i++) {
            ink.mask()[i] |= faint[i];
        }
    }

    private static boolean hasTraces(Blobs blobs, double scale) {
        List<Blob> traces = blobs.list().stream().filter(blob -> isStroke(blob, blobs, TRACE_MM, scale))
            .filter(blob -> isPlain(blobs.shape(blob))).toList();
        int all = blobs.list().stream().mapToInt(Blob::area).sum();
        return traces.stream().mapToInt(Blob::area).sum() > PLAINEST * all;
    }

    /** The paper's grain, where the threshold lets much of it pass, hangs together in one long meshwork. */
    private static boolean isPlain(Shape shape) {
        return shape.area() / shape.strokeWidth() < LONGEST * Math.max(shape.width(), shape.height());
    }

    /** Returns whether there are many pieces that are no strokes for each that may be one. */
    private static boolean isPattern(List<Blob> all, List<Blob> strokes, double scale) {
        long rest = all.stream().filter(blob -> blob.longSide() >= SPECK_MM * scale).count() - strokes.size();
        return rest > MOST_OTHERS * strokes.size();
    }

    /** Returns 1 where people write, away from ink. */
    private static byte[] apart(Ink ink, byte[] all, double reach, List<Zone> writing) {
        Mask near = new Mask(all, ink.width(), ink.height()).grown((int) Math.max(2, Math.round(reach)));
        byte[] apart = new byte[all.length];
        for (Zone zone : writing) {
            for (int y = (int) Math.max(0, zone.top()); y < Math.min(ink.height(), zone.bottom()); y++) {
                for (int x = (int) Math.max(0, zone.left()); x < Math.min(ink.width(), zone.right()); x++) {
                    int i = y * ink.width() + x;
                    apart[i] = (byte) (near.has(i) ? 0 : 1);
                }
            }
        }
        return apart;
    }

    /** Returns a place where people write without what is near its edges, which are printed. */
    public static Zone clear(double scale, Zone zone) {
        double clear = CLEAR_MM * scale;
        return new Zone(zone.left() + clear, zone.top() + clear, zone.right() - clear, zone.bottom() - clear, 0);
    }

    private static byte[] all(Ink ink, byte[] before) {
        byte[] all = new byte[before.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (before[i] | ink.mask()[i]);
        }
        return all;
    }

    private static int level(Ink ink, byte[] all) {
        int[] histogram = new int[256];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            histogram[ink.depth()[i] & 0xff] += all[i];
            count += all[i];
        }
        int level = 0;
        for (int left = count / 2; count > 0 && left >= histogram[level]; level++) {
            left -= histogram[level];
        }
        return level;
    }

    private static boolean isStroke(Blob blob, Blobs blobs, double length, double scale) {
        if (blob.longSide() < length * scale) {
            return false;
        }
        double width = blobs.shape(blob).strokeWidth();
        return width >= THIN_MM * scale && width <= THICK_MM * scale;
    }

    /**
     * Returns whether a field may lack a character, or have one too many.
     *
     * @param depths how dark the ink of each character is
     * @param faint  what faint ink there was
     */
    public static boolean isDoubtful(double[] depths, Found faint) {
        double darkest = Arrays.stream(depths).max().orElse(0);
        return faint == Found.PATTERN || faint == Found.TRACES || faint == Found.STROKES && depths.length < COHERENT
            || Arrays.stream(depths).anyMatch(depth -> depth < UNEVEN * darkest);
    }
}
