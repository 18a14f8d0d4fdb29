package io.penstock.segment.geometry;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;

/**
 * A projective map of the plane: nine numbers, row by row.
 *
 * @param h the nine numbers; not copied, not to be changed
 */
public record Homography(double[] h) {

    /** Returns the map of a scale followed by a shift. */
    public static Homography scaleAndShift(double sx, double sy, double dx, double dy) {
        return new Homography(new double[] {sx, 0, dx, 0, sy, dy, 0, 0, 1});
    }

    /** Returns the map that takes the corners of a rectangle to four places: top left, top right, bottom right, bottom left. */
    public static Homography ontoCorners(Area area, List<Point> places) {
        MatOfPoint2f from = new MatOfPoint2f(new Point(area.x(), area.y()), new Point(area.right(), area.y()),
            new Point(area.right(), area.bottom()), new Point(area.x(), area.bottom()));
        MatOfPoint2f onto = new MatOfPoint2f(places.toArray(Point[]::new));
        Mat map = Imgproc.getPerspectiveTransform(from, onto);
        try {
            double[] h = new double[9];
            map.get(0, 0, h);
            return new Homography(h);
        } finally {
            from.release();
            onto.release();
            map.release();
        }
    }

    /** Returns where a point goes. */
    public Point map(double x, double y) {
        double w = h[6] * x + h[7] * y + h[8];
        return new Point((h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w);
    }

    /** Returns the smallest upright rectangle around where a rectangle's corners are mapped to. */
    public Area bounds(Area area) {
        List<Point> corners = List.of(map(area.x(), area.y()), map(area.right(), area.y()), map(area.x(), area.bottom()),
            map(area.right(), area.bottom()));
        DoubleSummaryStatistics across = corners.stream().mapToDouble(corner -> corner.x).summaryStatistics();
        DoubleSummaryStatistics down = corners.stream().mapToDouble(corner -> corner.y).summaryStatistics();
        return new Area(across.getMin(), down.getMin(), across.getMax() - across.getMin(), down.getMax() - down.getMin());
    }

    /** Returns the map that does {@code first} and then this one. */
    public Homography after(Homography first) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < 3; i++) {
                    product[3 * row + column] += h[3 * row + i] * first.h[3 * i + column];
                }
            }
        }
        return new Homography(product);
    }

    /** Returns the inverse map. */
    public Homography inverse() {
        double[] a = h;
        double[] adjugate = {
            a[4] * a[8] - a[5] * a[7], a[2] * a[7] - a[1] * a[8], a[1] * a[5] - a[2] * a[4],
            a[5] * a[6] - a[3] * a[8], a[0] * a[8] - a[2] * a[6], a[2] * a[3] - a[0] * a[5],
            a[3] * a[7] - a[4] * a[6], a[1] * a[6] - a[0] * a[7], a[0] * a[4] - a[1] * a[3]};
        double last = adjugate[8];
        for (int i = 0; i < 9; i++) {
            adjugate[i] /= last;
        }
        return new Homography(adjugate);
    }

    /** Returns by how much lengths grow around a point, the geometric mean over directions. */
    public double scaleAt(double x, double y) {
        Point origin = map(x, y);
        Point right = map(x + 1, y);
        Point down = map(x, y + 1);
        return Math.sqrt(Math.abs((right.x - origin.x) * (down.y - origin.y) - (right.y - origin.y) * (down.x - origin.x)));
    }

    /** Returns how far the map around a point is from a uniform scale: the largest deviation of one of its four slopes, relative. */
    public double distortion(double x, double y) {
        Point origin = map(x, y);
        Point right = map(x + 1, y);
        Point down = map(x, y + 1);
        double along = right.x - origin.x;
        double across = down.y - origin.y;
        double scale = (along + across) / 2;
        double shear = Math.max(Math.abs(right.y - origin.y), Math.abs(down.x - origin.x));
        return scale <= 0 ? Double.POSITIVE_INFINITY : Math.max(shear, Math.abs(along - across) / 2) / scale;
    }

    /** Returns the same map with its last number 1. */
    public Homography normalized() {
        return new Homography(Arrays.stream(h).map(number -> number / h[8]).toArray());
    }

    /** Returns a 3×3 matrix of doubles; the caller owns it. */
    public Mat toMat() {
        Mat mat = new Mat(3, 3, CvType.CV_64F);
        mat.put(0, 0, h);
        return mat;
    }

    /** Returns the nine numbers as a list. */
    public List<Double> toList() {
        return Arrays.stream(h).boxed().toList();
    }
}
