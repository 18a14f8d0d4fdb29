package io.penstock.segment.ink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One way to cut connected ink from top to bottom.
 *
 * <p>Two kinds are proposed: the cheapest paths, paper being free and ink not, which follow the gaps between digits as drop-fall does and
 * cross the thinnest stroke; and straight cuts from a notch in the upper edge to one in the lower, where round digits lean on each other
 * along more ink than any of their own strokes has (see Casey and Lecolinet, "A survey of methods and strategies in character
 * segmentation", 1996).
 *
 * @param columns for each row of the piece the first column, from its left edge, that lies right of the cut
 * @param anchor  that column at half height
 * @param shared  how far from the cut, in widths of the pen, ink may belong to both sides: 1 where the cut runs through the inside of a
 *                digit beside a stroke, half where it runs along a stroke, else 0
 * @param cost    ink that is cut, in widths of the pen
 * @param notches how deep the notches at its ends are, in heights of a digit
 */
public record CutPath(int[] columns, int anchor, double shared, double cost, double notches) {

    /** Price of a step aside, in pixels of ink. */
    private static final double ASIDE = 0.12;
    private static final double DIAGONAL = 1.4;
    /** Widths of the pen that a pair of notches as deep as a digit is high is worth. */
    private static final double NOTCH = 4;
    private static final double SHALLOWEST = 0.07;
    private static final double NOTCH_REACH = 0.55;
    private static final double OPPOSITE = 0.35;
    private static final double ALONG = 0.35;
    private static final double HALF = 0.5;
    private static final double NARROWEST = 0.45;
    private static final double APART = 0.16;
    private static final double MARGIN = 0.1;
    private static final double DEAREST = 2.6;
    private static final double SHORTEST_PART = 0.28;

    /** Returns ways to cut a piece, left to right: the cheapest, some distance apart; none where it is narrower than a digit. */
    public static List<CutPath> through(Writing writing, Blob blob) {
        double digit = writing.digitHeight();
        if (blob.width() < NARROWEST * digit) {
            return List.of();
        }
        Search search = new Search(writing, blob);
        double apart = Math.max(2, APART * digit);
        int most = Math.max(1, (int) Math.round(blob.width() / (SHORTEST_PART * digit)) - 1);
        List<CutPath> paths = new ArrayList<>();
        List<CutPath> proposed = search.minima((int) Math.max(1, MARGIN * digit));
        proposed.addAll(search.notched());
        proposed.sort(Comparator.comparingDouble(CutPath::price));
        for (CutPath path : proposed) {
            if (paths.size() < most && path.price() <= DEAREST && paths.stream().noneMatch(other -> other.distance(path) < apart)) {
                paths.add(path);
            }
        }
        paths.sort(Comparator.comparingInt(CutPath::anchor));
        return paths;
    }

    /** Returns the cost less what the notches speak for the cut. */
    private double price() {
        return cost - NOTCH * notches;
    }

    private double distance(CutPath other) {
        double sum = 0;
        for (int row = 0; row < columns.length; row++) {
            sum += Math.abs(columns[row] - other.columns[row]);
        }
        return sum / columns.length;
    }

    /** Cheapest paths from the upper and from the lower edge to every pixel of a piece. */
    private static final class Search {

        private final int width;
        private final int height;
        private final boolean[] ink;
        private final double[] fromTop;
        private final double[] fromBottom;
        private final double pen;
        private final double digit;
        private final Contour contour;

        Search(Writing writing, Blob blob) {
            width = blob.width();
            height = blob.height();
            pen = writing.pen();
            ink = new boolean[width * height];
            int[] labels = writing.blobs().labels();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    ink[y * width + x] = labels[(y + blob.y()) * writing.blobs().width() + x + blob.x()] == blob.label();
                }
            }
            digit = writing.digitHeight();
            contour = Contour.of(ink, width, height, (int) (NOTCH_REACH * digit));
            fromTop = costs(0, 1);
            fromBottom = costs(height - 1, -1);
        }

        private double[] costs(int first, int step) {
            double[] cost = new double[width * height];
            for (int y = first; y >= 0 && y < height; y += step) {
                for (int x = 0; x < width; x++) {
                    double before = y == first ? 0 : before(cost, y - step, x, ink(y, x));
                    cost[y * width + x] = before + ink(y, x);
                }
            }
            return cost;
        }

        private double before(double[] cost, int y, int x, double here) {
            double aside = ASIDE + (DIAGONAL - 1) * here;
            double best = cost[y * width + x];
            best = x > 0 ? Math.min(best, cost[y * width + x - 1] + aside) : best;
            return x < width - 1 ? Math.min(best, cost[y * width + x + 1] + aside) : best;
        }

        private double ink(int y, int x) {
            return ink[y * width + x] ? 1 : 0;
        }

        /** Returns the paths through the local minima at half height, cheapest first. */
        List<CutPath> minima(int margin) {
            int middle = height / 2;
            double[] through = new double[width];
            for (int x = 0; x < width; x++) {
                through[x] = fromTop[middle * width + x] + fromBottom[middle * width + x] - ink(middle, x);
            }
            List<CutPath> paths = new ArrayList<>();
            for (int x = margin; x < width - margin; x++) {
                int next = x;
                while (next + 1 < width - margin && through[next + 1] == through[x]) {
                    next++;
                }
                boolean minimum = through[x] <= through[x - 1] && (next + 1 >= width || through[next] <= through[next + 1]);
                if (minimum) {
                    int anchor = (x + next) / 2;
                    paths.add(path(trace(middle, anchor), through[anchor]));
                }
                x = next;
            }
            return paths;
        }

        private CutPath path(int[] columns, double ink) {
            int first = 0;
            while (first < height - 1 && !this.ink[first * width + columns[first]]) {
                first++;
            }
            int last = height - 1;
            while (last > first && !this.ink[last * width + columns[last]]) {
                last--;
            }
            double notches = contour.valley(columns[first]) + contour.hill(columns[last]);
            return new CutPath(columns, columns[height / 2], shared(columns), ink / pen, notches / digit);
        }

        private double shared(int[] columns) {
            int strokes = 0;
            int longest = 0;
            int run = 0;
            for (int y = 0; y < height; y++) {
                run = ink[y * width + columns[y]] ? run + 1 : 0;
                strokes += run == 1 ? 1 : 0;
                longest = Math.max(longest, run);
            }
            return strokes > 1 ? 1 : longest >= ALONG * digit ? HALF : 0;
        }

        /** Returns straight cuts from each notch above to those below that are about opposite. */
        List<CutPath> notched() {
            int least = (int) Math.max(2, SHALLOWEST * digit);
            List<CutPath> paths = new ArrayList<>();
            for (int valley : contour.valleys(least)) {
                for (int hill : contour.hills(least)) {
                    if (Math.abs(valley - hill) <= OPPOSITE * digit) {
                        paths.add(straight(valley, hill));
                    }
                }
            }
            return paths;
        }

        private CutPath straight(int valley, int hill) {
            int from = contour.upper()[valley];
            int to = Math.max(from + 1, contour.lower()[hill]);
            int[] columns = new int[height];
            double cut = 0;
            for (int y = 0; y < height; y++) {
                double share = Math.max(0, Math.min(1, (y - from) / (double) (to - from)));
                columns[y] = (int) Math.round(valley + share * (hill - valley));
                cut += ink(y, columns[y]);
            }
            return path(columns, cut);
        }

        private int[] trace(int middle, int anchor) {
            int[] columns = new int[height];
            columns[middle] = anchor;
            for (int y = middle - 1, x = anchor; y >= 0; y--) {
                x = step(fromTop, y, x, ink(y + 1, x));
                columns[y] = x;
            }
            for (int y = middle + 1, x = anchor; y < height; y++) {
                x = step(fromBottom, y, x, ink(y - 1, x));
                columns[y] = x;
            }
            return columns;
        }

        private int step(double[] cost, int y, int x, double here) {
            double aside = ASIDE + (DIAGONAL - 1) * here;
            int best = x;
            double least = cost[y * width + x];
            for (int next : new int[] {x - 1, x + 1}) {
                if (next >= 0 && next < width && cost[y * width + next] + aside < least) {
                    least = cost[y * width + next] + aside;
                    best = next;
                }
            }
            return best;
        }
    }
}
