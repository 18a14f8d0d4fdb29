package io.penstock.segment.scanner;

import io.penstock.segment.image.MatScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Range;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the streaks of a page: columns and rows that are darker than both their sides over much of the page.
 *
 * <p>Along the streak the page is averaged in blocks first, which leaves of writing little and of a streak all. Lines of a form that lie as
 * straight are found too; whoever knows the form leaves them out. The whole page is looked at roughly, and closely what may be a streak.
 */
public final class StreakFinder {

    private static final int BLOCK = 8;
    /** Widest streak, pixels. */
    private static final int WIDEST = 9;
    /** How much darker than its sides it is. */
    private static final int LEAST_DEPTH = 9;
    /** Least share of the page along it in which it shows: some fade in and out. */
    private static final double LEAST_SHARE = 0.3;
    /** The same at a first look, which averages other rows together. */
    private static final double LIKELY_SHARE = 0.2;
    /** Columns on either side of one that are looked at to judge it. */
    private static final int ASIDE = 3 * WIDEST;
    /** Least share of its own length in which it shows: strokes that stand one above another leave more room. */
    private static final double DENSE = 0.75;
    /** By how many pixels the middle of its first third and that of its last may differ: a printed line on a tilted sheet leans. */
    private static final double STRAIGHT = 1.2;
    /** Longest place where it does not show, as a share of the page. */
    private static final double GAP = 0.05;

    private StreakFinder() {
    }

    /** Finds all streaks of a grey page, 8 bits. */
    public static List<Streak> find(Mat gray) {
        List<Streak> streaks = new ArrayList<>(columns(gray, false));
        streaks.addAll(columns(gray, true));
        return streaks;
    }

    /** Returns the streaks along the columns of a page, or along its rows: what is said of columns is true of them then. */
    private static List<Streak> columns(Mat gray, boolean horizontal) {
        int blocks = (horizontal ? gray.cols() : gray.rows()) / BLOCK;
        if (blocks == 0) {
            return List.of();
        }
        List<Streak> streaks = new ArrayList<>();
        int[] shown = roughly(gray, blocks, horizontal);
        int x = 0;
        while (x < shown.length) {
            int from = x;
            int to = x;
            while (x < shown.length && x - to < (to > from ? 2 * ASIDE : 1)) {
                to = shown[x] >= LIKELY_SHARE * blocks ? x + 1 : to;
                x++;
            }
            if (to > from) {
                streaks.addAll(closely(gray, blocks, new Range(from, to), horizontal));
            }
        }
        return streaks;
    }

    /** Returns in about how many blocks of each column something shows; rows that fill no block are left out. */
    private static int[] roughly(Mat gray, int blocks, boolean horizontal) {
        try (MatScope mats = new MatScope()) {
            return shown(mats, depth(mats, horizontal ? averagedRows(mats, gray, blocks) : averagedColumns(mats, gray, blocks)));
        }
    }

    private static Mat averagedRows(MatScope mats, Mat gray, int blocks) {
        Mat averages = mats.mat();
        Mat whole = mats.own(gray.colRange(0, blocks * BLOCK));
        Imgproc.resize(whole, averages, new Size(blocks, gray.rows()), 0, 0, Imgproc.INTER_AREA);
        Core.transpose(averages, averages);
        return averages;
    }

    /** Takes a fifth of the time of a resize. */
    private static Mat averagedColumns(MatScope mats, Mat gray, int blocks) {
        int width = gray.cols();
        Mat whole = mats.own(gray.rowRange(0, blocks * BLOCK));
        Mat side = mats.own((whole.isContinuous() ? whole : mats.own(whole.clone())).reshape(1, blocks));
        Mat sums = mats.mat();
        mats.own(side.colRange(0, width)).convertTo(sums, CvType.CV_32F);
        for (int row = 1; row < BLOCK; row++) {
            Imgproc.accumulate(mats.own(side.colRange(row * width, (row + 1) * width)), sums);
        }
        Mat averages = mats.mat();
        sums.convertTo(averages, CvType.CV_8U, 1.0 / BLOCK);
        return averages;
    }

    /** Returns the streaks among some columns. */
    private static List<Streak> closely(Mat gray, int blocks, Range columns, boolean horizontal) {
        try (MatScope mats = new MatScope()) {
            int left = Math.max(0, columns.start - ASIDE);
            Mat around = around(mats, gray, new Range(left, columns.end + ASIDE), horizontal);
            Mat averages = mats.mat();
            Imgproc.resize(around, averages, new Size(around.cols(), blocks), 0, 0, Imgproc.INTER_AREA);
            Mat depth = depth(mats, averages);
            byte[] depths = new byte[blocks * around.cols()];
            depth.get(0, 0, depths);
            return streaks(depths, shown(mats, depth), new Range(columns.start - left, columns.end - left), horizontal).stream()
                .map(streak -> new Streak(horizontal, left + streak.at(), streak.from(), streak.to())).toList();
        }
    }

    private static Mat around(MatScope mats, Mat gray, Range columns, boolean horizontal) {
        if (!horizontal) {
            return mats.own(gray.colRange(columns.start, Math.min(gray.cols(), columns.end)));
        }
        Mat turned = mats.mat();
        Core.transpose(mats.own(gray.rowRange(columns.start, Math.min(gray.rows(), columns.end))), turned);
        return turned;
    }

    private static Mat depth(MatScope mats, Mat averages) {
        Mat depth = mats.mat();
        Mat element = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(2 * WIDEST + 1, 1)));
        Imgproc.morphologyEx(averages, depth, Imgproc.MORPH_BLACKHAT, element);
        return depth;
    }

    /** Returns in how many blocks of each column something darker than its sides shows. */
    private static int[] shown(MatScope mats, Mat depth) {
        Mat dark = mats.mat();
        Imgproc.threshold(depth, dark, LEAST_DEPTH, 1, Imgproc.THRESH_BINARY);
        Mat counts = mats.mat();
        Core.reduce(dark, counts, 0, Core.REDUCE_SUM, CvType.CV_32S);
        int[] shown = new int[depth.cols()];
        counts.get(0, 0, shown);
        return shown;
    }

    private static List<Streak> streaks(byte[] depths, int[] shown, Range columns, boolean horizontal) {
        int width = shown.length;
        int blocks = depths.length / width;
        List<Streak> streaks = new ArrayList<>();
        int x = columns.start;
        while (x < columns.end) {
            int first = x;
            while (x < columns.end && shown[x] >= LEAST_SHARE * blocks) {
                x++;
            }
            if (x > first && x - first <= WIDEST) {
                add((first + x - 1) / 2.0, strongest(shown, first, x), depths, width, blocks, horizontal, streaks);
            }
            x++;
        }
        return streaks;
    }

    private static int strongest(int[] shown, int from, int to) {
        int best = from;
        for (int x = from; x < to; x++) {
            best = shown[x] > shown[best] ? x : best;
        }
        return best;
    }

    /** Returns where around a column the ink of some rows is, on average. */
    private static double middle(byte[] depths, int width, int column, int from, int to) {
        double sum = 0;
        double moment = 0;
        for (int row = from; row <= to; row++) {
            for (int x = Math.max(0, column - WIDEST); x <= Math.min(width - 1, column + WIDEST); x++) {
                int depth = depths[row * width + x] & 0xff;
                sum += depth > LEAST_DEPTH ? depth : 0;
                moment += depth > LEAST_DEPTH ? (double) depth * x : 0;
            }
        }
        return sum == 0 ? column : moment / sum;
    }

    /** Adds each long enough part of one column. */
    private static void add(double at, int column, byte[] depths, int width, int blocks, boolean horizontal, List<Streak> streaks) {
        int begin = -1;
        int last = -1;
        int count = 0;
        for (int row = 0; row <= blocks; row++) {
            boolean here = row < blocks && (depths[row * width + column] & 0xff) > LEAST_DEPTH;
            if (begin >= 0 && (row == blocks || here && row - last > GAP * blocks)) {
                int third = (last - begin) / 3;
                double turn = middle(depths, width, column, begin, begin + third) - middle(depths, width, column, last - third, last);
                if (count >= LEAST_SHARE * blocks && count >= DENSE * (last - begin + 1) && Math.abs(turn) < STRAIGHT) {
                    streaks.add(new Streak(horizontal, at, begin * BLOCK, (last + 1) * BLOCK));
                }
                begin = -1;
                count = 0;
            }
            if (here) {
                begin = begin < 0 ? row : begin;
                last = row;
                count++;
            }
        }
    }
}
