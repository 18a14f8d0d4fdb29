package io.penstock.segment.line;

import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Writing;
import io.penstock.segment.ink.Zone;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** A line of writing drawn with a pen for tests: digits 44 pixels high on light paper. */
public final class DrawnLine implements AutoCloseable {

    public static final double SCALE = 11;
    public static final int PEN = 5;

    private final MatScope mats = new MatScope();
    private final Mat gray;

    public DrawnLine(int width, int height) {
        gray = mats.own(new Mat(height, width, CvType.CV_8U, new Scalar(225)));
    }

    public DrawnLine stroke(int fromX, int fromY, int toX, int toY) {
        return stroke(fromX, fromY, toX, toY, PEN, 60);
    }

    public DrawnLine stroke(int fromX, int fromY, int toX, int toY, int pen, int tone) {
        Imgproc.line(gray, new Point(fromX, fromY), new Point(toX, toY), new Scalar(tone), pen);
        return this;
    }

    /** A zero 26 pixels wide. */
    public DrawnLine zero(int left, int top) {
        return zero(left, top, 60);
    }

    public DrawnLine zero(int left, int top, int tone) {
        Imgproc.ellipse(gray, new Point(left + 13, top + 22), new Size(11, 20), 0, 0, 360, new Scalar(tone), PEN);
        return this;
    }

    public Ink ink() {
        return Ink.of(patch());
    }

    public Patch patch() {
        return new Patch(gray, Homography.scaleAndShift(1, 1, 0, 0), SCALE, null);
    }

    Writing writing() {
        Ink ink = ink();
        return Writing.of(SCALE, ink, new Zone(0, 0, ink.width(), ink.height(), 0));
    }

    public PageImage page() {
        try (MatScope own = new MatScope()) {
            MatOfByte png = own.own(new MatOfByte());
            Imgcodecs.imencode(".png", gray, png);
            return PageImage.decode(png.toArray(), 0).orElseThrow();
        }
    }

    @Override
    public void close() {
        mats.close();
    }
}
