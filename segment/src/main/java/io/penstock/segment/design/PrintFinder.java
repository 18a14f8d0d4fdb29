package io.penstock.segment.design;

import io.penstock.segment.geometry.Area;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Finds the rectangles that are printed on a page: straightens it, keeps what runs along its lines, and looks at what they enclose. */
final class PrintFinder {

    /** Pixels a millimetre that a page is looked at with: lines are two or three pixels thick. */
    private static final double SCALE = 8;
    private static final double MOST_SKEW = 15;
    private static final double LINE_MM = 3.2;
    private static final double GAP_MM = 0.6;
    private static final double BLOCK_MM = 2;
    private static final double LEAST_CELL_MM = 2.5;
    private static final double MOST_FIDUCIAL_MM = 12;
    private static final double AROUND_MM = 12;
    private static final double FULL = 0.85;
    private static final int CONTRAST = 18;

    private final double perMillimetre;

    /** Takes the resolution of the page, pixels a millimetre. */
    PrintFinder(double perMillimetre) {
        this.perMillimetre = perMillimetre;
    }

    /** Returns what is printed on a page. */
    Print find(PageImage page) {
        try (MatScope mats = new MatScope()) {
            double scale = SCALE / perMillimetre;
            Mat small = mats.mat();
            Imgproc.resize(page.gray(), small, new Size(), scale, scale, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
            Mat level = level(mats, small);
            Mat ink = ink(mats, level);
            Mat solid = open(mats, ink, new Size(px(BLOCK_MM), px(BLOCK_MM)));
            Mat lines = lines(mats, ink);
            return new Print(level.cols() / SCALE, level.rows() / SCALE, cells(mats, lines), fiducials(mats, solid));
        }
    }

    private static Mat level(MatScope mats, Mat gray) {
        Mat turn = mats.own(Imgproc.getRotationMatrix2D(new Point(gray.cols() / 2.0, gray.rows() / 2.0), skew(mats, ink(mats, gray)), 1));
        Mat level = mats.mat();
        Imgproc.warpAffine(gray, level, turn, gray.size(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, new Scalar(255));
        return level;
    }

    /** The angle of most printed line, degrees that they run down to the right: long straight segments vote with their length. */
    private static double skew(MatScope mats, Mat ink) {
        Mat segments = mats.mat();
        Imgproc.HoughLinesP(ink, segments, 1, Math.PI / 1800, 100, px(2 * MOST_SKEW), px(GAP_MM));
        double[] votes = new double[(int) (20 * MOST_SKEW) + 1];
        for (int i = 0; i < segments.rows(); i++) {
            double[] s = segments.get(i, 0);
            double degrees = Math.toDegrees(Math.atan2(s[3] - s[1], s[2] - s[0]));
            double folded = degrees - 90 * Math.rint(degrees / 90);
            if (Math.abs(folded) <= MOST_SKEW) {
                votes[(int) Math.round(10 * (folded + MOST_SKEW))] += Math.hypot(s[2] - s[0], s[3] - s[1]);
            }
        }
        int best = (int) (10 * MOST_SKEW);
        for (int i = 0; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        double sum = 0;
        double weight = 0;
        for (int i = Math.max(0, best - 2); i <= Math.min(votes.length - 1, best + 2); i++) {
            sum += votes[i] * i;
            weight += votes[i];
        }
        return weight == 0 ? 0 : sum / weight / 10 - MOST_SKEW;
    }

    private static Mat ink(MatScope mats, Mat gray) {
        Mat ink = mats.mat();
        int around = (int) (AROUND_MM * SCALE) | 1;
        Imgproc.adaptiveThreshold(gray, ink, 255, Imgproc.ADAPTIVE_THRESH_MEAN_C, Imgproc.THRESH_BINARY_INV, around, CONTRAST);
        return ink;
    }

    private static Mat lines(MatScope mats, Mat ink) {
        Mat along = open(mats, close(mats, ink, new Size(px(GAP_MM), 1)), new Size(px(LINE_MM), 1));
        Mat down = open(mats, close(mats, ink, new Size(1, px(GAP_MM))), new Size(1, px(LINE_MM)));
        Mat both = mats.mat();
        Core.bitwise_or(along, down, both);
        return close(mats, both, new Size(3, 3));
    }

    /** Paper that lines enclose on all sides, and that is as large as the rectangle around it. */
    private static List<Area> cells(MatScope mats, Mat lines) {
        Mat paper = mats.mat();
        Core.bitwise_not(lines, paper);
        List<Area> cells = new ArrayList<>();
        for (int[] box : components(mats, paper)) {
            boolean inside = box[0] > 0 && box[1] > 0 && box[0] + box[2] < lines.cols() && box[1] + box[3] < lines.rows();
            if (inside && Math.min(box[2], box[3]) >= px(LEAST_CELL_MM) && box[4] >= FULL * box[2] * box[3]) {
                cells.add(area(box).grow(1.5 / SCALE));
            }
        }
        return cells;
    }

    private static List<Area> fiducials(MatScope mats, Mat solid) {
        List<Area> fiducials = new ArrayList<>();
        for (int[] box : components(mats, solid)) {
            boolean square = Math.max(box[2], box[3]) < 1.6 * Math.min(box[2], box[3]);
            if (square && box[2] >= px(LEAST_CELL_MM) && box[2] <= px(MOST_FIDUCIAL_MM) && box[4] >= FULL * box[2] * box[3]) {
                fiducials.add(area(box));
            }
        }
        return fiducials;
    }

    private static List<int[]> components(MatScope mats, Mat mask) {
        Mat labels = mats.mat();
        Mat stats = mats.mat();
        int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, mats.mat(), 4);
        List<int[]> boxes = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int[] box = new int[5];
            stats.get(i, 0, box);
            boxes.add(box);
        }
        return boxes;
    }

    private static Area area(int[] box) {
        return new Area(box[0] / SCALE, box[1] / SCALE, box[2] / SCALE, box[3] / SCALE);
    }

    private static Mat open(MatScope mats, Mat mask, Size size) {
        return morph(mats, mask, Imgproc.MORPH_OPEN, size);
    }

    private static Mat close(MatScope mats, Mat mask, Size size) {
        return morph(mats, mask, Imgproc.MORPH_CLOSE, size);
    }

    private static Mat morph(MatScope mats, Mat mask, int operation, Size size) {
        Mat changed = mats.mat();
        Imgproc.morphologyEx(mask, changed, operation, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, size)));
        return changed;
    }

    private static int px(double millimetres) {
        return (int) Math.round(millimetres * SCALE);
    }
}
