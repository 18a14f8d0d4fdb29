package io.penstock.segment.scanner;

import io.penstock.segment.image.MatScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the streaks of a page: columns and rows that are darker than both their sides over much of the page.
 *
 * <p>Along the streak the page is averaged in blocks first, which leaves of writing little and of a streak all. Lines of a form that lie as
 * straight are found too; whoever knows the form leaves them out.
 */
public final class StreakFinder {

    private static final int BLOCK = 8;
    /** Widest streak, pixels. */
    private static final int WIDEST = 9;
    /** How much darker than its sides it is. */
    private static final int LEAST_DEPTH = 9;
    /** Least share of the page along it in which it shows: some fade in and out. */
    private static final double LEAST_SHARE = 0.3;
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
        try (MatScope mats = new MatScope()) {
            List<Streak> streaks = new ArrayList<>(columns(gray, false));
            Mat turned = mats.mat();
            Core.transpose(gray, turned);
            streaks.addAll(columns(turned, true));
            return streaks;
        }
    }

    private static List<Streak> columns(Mat gray, boolean horizontal) {
        int blocks = gray.rows() / BLOCK;
        if (blocks == 0) {
            return List.of();
        }
        try (MatScope mats = new MatScope()) {
            Mat depth = mats.mat();
            Mat element = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(2 * WIDEST + 1, 1)));
            Imgproc.morphologyEx(averaged(mats, gray, blocks), depth, Imgproc.MORPH_BLACKHAT, element);
            byte[] depths = new byte[blocks * gray.cols()];
            depth.get(0, 0, depths);
            return streaks(depths, shown(mats, depth), blocks, horizontal);
        }
    }

    /** Returns each block of rows averaged; where no row is left over, at a fifth of what a resize takes. */
    private static Mat averaged(MatScope mats, Mat gray, int blocks) {
        int width = gray.cols();
        Mat averages = mats.mat();
        if (gray.rows() > blocks * BLOCK || !gray.isContinuous()) {
            Imgproc.resize(gray, averages, new Size(width, blocks), 0, 0, Imgproc.INTER_AREA);
            return averages;
        }
        Mat side = mats.own(gray.reshape(1, blocks));
        Mat sums = mats.own(Mat.zeros(blocks, width, CvType.CV_32F));
        for (int row = 0; row < BLOCK; row++) {
            Imgproc.accumulate(mats.own(side.submat(0, blocks, row * width, (row + 1) * width)), sums);
        }
        sums.convertTo(averages, CvType.CV_8U, 1.0 / BLOCK);
        return averages;
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

    private static List<Streak> streaks(byte[] depths, int[] shown, int blocks, boolean horizontal) {
        int width = shown.length;
        List<Streak> streaks = new ArrayList<>();
        int x = 0;
        while (x < width) {
            int first = x;
            while (x < width && shown[x] >= LEAST_SHARE * blocks) {
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
