package io.penstock.segment.ink;

import io.penstock.segment.image.MatScope;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What the paper of a field shows where no ink is: that something was covered up, or that a stroke was lost in the scan. */
public final class PaperMarks {

    /** What of the paper's grain is smoothed before it is looked at. */
    private static final double GRAIN_MM = 0.5;
    /** How far from ink the paper is darkened by it, and the same in pixels of the scan. */
    private static final double BLUR_MM = 0.6;
    private static final double BLUR_PIXELS = 4;
    /** By how many levels a patch is brighter than the paper around it, and by how many times the spread of either. */
    private static final int BRIGHTER = 6;
    private static final double DISTINCT = 4;
    /** Least share of the place that either is, and the side of the largest square in it. */
    private static final double LEAST_SHARE = 0.05;
    private static final double SIDE_MM = 2;
    /** Size of the place in which the crumbs of a stroke lie, and the least number of them. */
    private static final double PLACE_MM = 6;
    private static final int CRUMBS = 7;
    /** How many times more crumbs lie there than their share of all. */
    private static final double DENSE = 3;
    private static final double SPECK_MM = 0.5;
    /** How far from writing a speck is none of its ragged edge. */
    private static final double EDGE_MM = 0.4;

    private PaperMarks() {
    }

    /**
     * Returns whether a part of a place where people write is covered with something brighter than all paper: correction fluid, a label.
     * The paper is parted in two by Otsu's threshold (1979); one paper gives two halves of which the means lie much nearer than these do.
     *
     * @param ink   1 where there is ink, row by row, print included
     * @param paper how bright the page's paper is, 0 to 255: a tint is darker, and what it leaves free is no brighter; asked for where the
     *              place has two parts
     */
    public static boolean isCovered(Patch patch, byte[] ink, Zone place, IntSupplier paper) {
        int edge = (int) Math.ceil(Math.max(BLUR_MM * patch.scale(), BLUR_PIXELS * patch.pagePixel()));
        Mask near = new Mask(ink, patch.width(), patch.height()).grown(edge);
        byte[] levels = smooth(patch);
        Halves halves = Halves.of(histogram(patch, place, near, levels));
        if (halves.apart() < BRIGHTER || halves.apart() < DISTINCT * halves.spread() || halves.brighter() < paper.getAsInt() + BRIGHTER) {
            return false;
        }
        byte[] bright = new byte[levels.length];
        inside(patch, place).forEach(i -> bright[i] = (byte) (near.has(i) || (levels[i] & 0xff) > halves.threshold() ? 1 : 0));
        byte[] dark = new byte[levels.length];
        inside(patch, place).forEach(i -> dark[i] = (byte) (near.has(i) || (levels[i] & 0xff) <= halves.threshold() ? 1 : 0));
        return hasSquare(patch, bright) && hasSquare(patch, dark);
    }

    private static boolean hasSquare(Patch patch, byte[] pixels) {
        byte[] others = new byte[pixels.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = (byte) (1 - pixels[i]);
        }
        byte[] grown = new Mask(others, patch.width(), patch.height()).grown((int) Math.round(SIDE_MM * patch.scale() / 2)).pixels();
        return IntStream.range(0, grown.length).anyMatch(i -> grown[i] == 0);
    }

    private static byte[] smooth(Patch patch) {
        try (MatScope mats = new MatScope()) {
            Mat smooth = mats.mat();
            int side = (int) Math.max(1, Math.round(GRAIN_MM * patch.scale())) | 1;
            Imgproc.blur(patch.gray(), smooth, new Size(side, side));
            byte[] levels = new byte[patch.width() * patch.height()];
            smooth.get(0, 0, levels);
            return levels;
        }
    }

    private static int[] histogram(Patch patch, Zone place, Mask near, byte[] levels) {
        int[] histogram = new int[256];
        inside(patch, place).filter(i -> !near.has(i)).forEach(i -> histogram[levels[i] & 0xff]++);
        return histogram;
    }

    private static IntStream inside(Patch patch, Zone place) {
        int left = (int) Math.max(0, Math.ceil(place.left()));
        int right = (int) Math.min(patch.width(), place.right());
        return IntStream.range((int) Math.max(0, Math.ceil(place.top())), (int) Math.min(patch.height(), place.bottom()))
            .flatMap(y -> IntStream.range(left, right).map(x -> y * patch.width() + x));
    }

    /** The darker and the brighter half of levels: the threshold, the mean of the brighter, how far their means are apart, their spread. */
    private record Halves(int threshold, double brighter, double apart, double spread) {

        static Halves of(int[] histogram) {
            double count = Arrays.stream(histogram).sum();
            double sum = IntStream.range(0, histogram.length).mapToDouble(i -> (double) i * histogram[i]).sum();
            double squares = IntStream.range(0, histogram.length).mapToDouble(i -> (double) i * i * histogram[i]).sum();
            Halves best = new Halves(0, 0, 0, Double.MAX_VALUE);
            double most = 0;
            double below = 0;
            double sumBelow = 0;
            for (int i = 0; i < histogram.length; i++) {
                below += histogram[i];
                sumBelow += (double) i * histogram[i];
                double above = count - below;
                if (below < LEAST_SHARE * count || above < LEAST_SHARE * count) {
                    continue;
                }
                double brighter = (sum - sumBelow) / above;
                double apart = brighter - sumBelow / below;
                double between = below * above * apart * apart;
                if (between > most) {
                    most = between;
                    double variance = squares / count - sum * sum / count / count;
                    best = new Halves(i, brighter, apart, Math.sqrt(Math.max(0, variance - between / count / count)));
                }
            }
            return best;
        }
    }

    /**
     * Returns whether specks lie together as the threshold of a black-and-white scan leaves them of a faint stroke.
     *
     * @param pieces  all ink, printed lines removed
     * @param written 1 where ink is taken for writing
     * @param places  where people write, clear of print
     */
    public static boolean hasCrumbs(Patch patch, Blobs pieces, byte[] written, List<Zone> places) {
        if (patch.isCoarse()) {
            return false;
        }
        List<Blob> specks = pieces.list().stream().filter(blob -> blob.longSide() < SPECK_MM * patch.scale())
            .filter(blob -> places.stream().anyMatch(place -> place.left() < blob.centreX() && blob.centreX() < place.right()
                && place.top() < blob.centreY() && blob.centreY() < place.bottom())).toList();
        if (specks.size() < CRUMBS) {
            return false;
        }
        int width = patch.width();
        Mask near = new Mask(written, width, patch.height()).grown((int) Math.ceil(EDGE_MM * patch.scale()));
        List<Blob> crumbs = specks.stream().filter(blob -> !near.has(blob.y() * width + blob.x())).toList();
        double reach = PLACE_MM * patch.scale() / 2;
        double all = places.stream().mapToDouble(place -> (place.right() - place.left()) * (place.bottom() - place.top())).sum();
        return crumbs.stream().anyMatch(middle -> {
            long together = crumbs.stream().filter(crumb -> Math.abs(crumb.centreX() - middle.centreX()) < reach
                && Math.abs(crumb.centreY() - middle.centreY()) < reach).count();
            return together >= CRUMBS && together > DENSE * crumbs.size() * 4 * reach * reach / all;
        });
    }
}
