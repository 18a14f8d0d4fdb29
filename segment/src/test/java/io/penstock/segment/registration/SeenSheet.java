package io.penstock.segment.registration;

import io.penstock.segment.DrawnForm;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * How a sheet lies before a scanner or a camera.
 *
 * @param form        the form on it
 * @param pixelsPerMm resolution
 * @param tilt        degrees
 * @param turn        quarters of a turn
 * @param keystone    by how much the far side is shorter than the near one, as a share
 * @param torn        which corner is torn off, 0 to 3; others: none
 * @param watermark   whether a pattern is printed under it
 * @param desk        grey of what is around the sheet
 */
record SeenSheet(FormDefinition form, double pixelsPerMm, double tilt, int turn, double keystone, int torn, boolean watermark, int desk) {

    private static final double TORN_SHARE = 0.07;
    private static final double MARGIN = 0.03;

    /** Returns the picture. */
    PageImage image() {
        try (MatScope mats = new MatScope()) {
            Mat sheet = mats.own(Imgcodecs.imdecode(mats.own(new MatOfByte(
                new DrawnForm(form, pixelsPerMm, 0).page("seen").getImage().array())), Imgcodecs.IMREAD_GRAYSCALE));
            if (watermark) {
                mark(mats, sheet);
            }
            if (torn >= 0 && torn < 4) {
                tear(mats, sheet);
            }
            Mat seen = mats.mat();
            Imgproc.warpPerspective(sheet, seen, mats.own(sheetToPage().toMat()), size(), Imgproc.INTER_AREA, Core.BORDER_CONSTANT,
                new Scalar(desk));
            MatOfByte png = mats.own(new MatOfByte());
            Imgcodecs.imencode(".png", seen, png);
            return PageImage.decode(png.toArray(), 0).orElseThrow();
        }
    }

    /** Returns where a place of the form is in the picture. */
    Point pixel(double x, double y) {
        return sheetToPage().map(x * pixelsPerMm - 0.5, y * pixelsPerMm - 0.5);
    }

    private void mark(MatScope mats, Mat sheet) {
        Mat pattern = mats.own(new Mat(sheet.size(), sheet.type(), new Scalar(0)));
        int pitch = (int) (24 * pixelsPerMm);
        for (int x = 0; x < sheet.cols(); x += pitch) {
            for (int y = 0; y < sheet.rows(); y += pitch) {
                Imgproc.putText(pattern, "2014", new Point(x, y + pitch / 2.0), Imgproc.FONT_HERSHEY_DUPLEX, 0.25 * pixelsPerMm,
                    new Scalar(45), (int) Math.ceil(0.8 * pixelsPerMm));
            }
        }
        Core.subtract(sheet, pattern, sheet);
    }

    private void tear(MatScope mats, Mat sheet) {
        double x = torn % 2 == 0 ? 0 : sheet.cols();
        double y = torn < 2 ? 0 : sheet.rows();
        double inX = x + (x == 0 ? 1 : -1) * TORN_SHARE * sheet.cols();
        double inY = y + (y == 0 ? 1 : -1) * TORN_SHARE * sheet.rows();
        Imgproc.fillConvexPoly(sheet, mats.own(new MatOfPoint(new Point(x, y), new Point(inX, y), new Point(x, inY))), new Scalar(desk));
    }

    private double sheetWidth() {
        return Math.floor(form.width() * pixelsPerMm);
    }

    private double sheetHeight() {
        return Math.floor(form.height() * pixelsPerMm);
    }

    private Homography sheetToPage() {
        Homography corners = keystoned();
        double minX = Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        for (Point corner : seenCorners(corners)) {
            minX = Math.min(minX, corner.x);
            minY = Math.min(minY, corner.y);
        }
        double margin = MARGIN * Math.max(sheetWidth(), sheetHeight());
        return Homography.scaleAndShift(1, 1, margin - minX, margin - minY).after(corners);
    }

    private Size size() {
        Homography corners = sheetToPage();
        double maxX = 0;
        double maxY = 0;
        for (Point corner : seenCorners(corners)) {
            maxX = Math.max(maxX, corner.x);
            maxY = Math.max(maxY, corner.y);
        }
        double margin = MARGIN * Math.max(sheetWidth(), sheetHeight());
        return new Size(Math.ceil(maxX + margin), Math.ceil(maxY + margin));
    }

    private Point[] seenCorners(Homography map) {
        return new Point[] {map.map(0, 0), map.map(sheetWidth(), 0), map.map(0, sheetHeight()), map.map(sheetWidth(), sheetHeight())};
    }

    private Homography keystoned() {
        double w = sheetWidth();
        double h = sheetHeight();
        double in = keystone * w / 2;
        try (MatScope mats = new MatScope()) {
            Mat map = mats.own(Imgproc.getPerspectiveTransform(
                mats.own(new MatOfPoint2f(new Point(0, 0), new Point(w, 0), new Point(0, h), new Point(w, h))),
                mats.own(new MatOfPoint2f(new Point(in, 0), new Point(w - in, 0), new Point(0, h), new Point(w, h)))));
            double[] numbers = new double[9];
            map.get(0, 0, numbers);
            double angle = Math.toRadians(tilt + 90 * turn);
            Homography rotation = new Homography(new double[] {Math.cos(angle), -Math.sin(angle), 0, Math.sin(angle), Math.cos(angle), 0, 0,
                0, 1});
            return rotation.after(new Homography(numbers));
        }
    }
}
