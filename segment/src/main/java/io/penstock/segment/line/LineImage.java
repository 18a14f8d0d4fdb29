package io.penstock.segment.line;

import io.penstock.schema.Box;
import io.penstock.schema.LinePicture;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Writing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A line of free writing as the line reader sees it: upright, level, all lines equally high, grey.
 *
 * <p>Almost all ink lies within {@link #DIGIT} rows around the middle row; the line begins at the left and is followed by paper. A line
 * that is longer than the image is made narrower.
 *
 * @param pixels  {@link #HEIGHT} rows of {@link #WIDTH} bytes, 0 is paper and 255 is ink
 * @param columns how many columns, from the left, show the line
 * @param box     what they show, pixels of the page; the slant of the writing is not in it
 */
public record LineImage(byte[] pixels, int columns, Box box) {

    /** Rows. */
    public static final int HEIGHT = 32;
    /** Columns. */
    public static final int WIDTH = 160;

    private static final double DIGIT = 22;
    /** Paper on either side, heights of a digit. */
    private static final double MARGIN = 0.3;
    /** Blobs of these heights, in heights of a digit, say how high and how level the line stands. */
    private static final double LEAST = 0.6;
    private static final double MOST = 1.6;
    private static final double STEEPEST = 0.12;
    /** Share of the ink that may stick out above, and below: tails and slashes, which must not make the digits small. */
    private static final double OUTSIDE = 0.02;
    private static final double MIN_ROWS = 4;
    /**
     * How far from the digits' middle the line's writing reaches at least, heights of a digit: what is farther is a speck or a rest of
     * print.
     */
    private static final double NEAR = 0.6;

    /**
     * Takes the writing's picture.
     *
     * @param patch   where it is from
     * @param upright the ink without printed lines, upright
     * @param writing the writing in it
     * @param margin  columns that making it upright added at the left
     */
    static Optional<LineImage> of(Patch patch, Ink upright, Writing writing, int margin) {
        if (writing.written().isEmpty()) {
            return Optional.empty();
        }
        Course course = Course.of(writing);
        double height = course.height();
        double reach = MARGIN * height;
        int left = (int) Math.floor(course.line().stream().mapToInt(Blob::x).min().orElse(0) - reach);
        int right = (int) Math.ceil(course.line().stream().mapToInt(Blob::right).max().orElse(0) + reach);
        int rows = (int) Math.round(HEIGHT * height / DIGIT);
        byte[] level = course.level(upright, left, right, rows);
        double middle = course.at((left + right) / 2.0);
        Box box = patch.onPage(left - margin, middle - rows / 2.0, right - margin, middle + rows / 2.0);
        int width = Math.max(1, Math.min(WIDTH, columns(right - left, height)));
        return Optional.of(new LineImage(resized(level, right - left, rows, width), width, box));
    }

    /** Returns how many columns a line takes whose digits are so high. */
    static int columns(double width, double height) {
        return (int) Math.round(width * DIGIT / height);
    }

    /** Returns this line as it leaves the stage, where it stands in pixels of the page. */
    LinePicture picture() {
        return new LinePicture(box, columns, ByteBuffer.wrap(pixels));
    }

    private static byte[] resized(byte[] level, int columns, int rows, int width) {
        byte[] small = new byte[HEIGHT * width];
        try (MatScope mats = new MatScope()) {
            Mat picture = mats.own(new Mat(rows, columns, CvType.CV_8U));
            picture.put(0, 0, level);
            Mat resized = mats.mat();
            Imgproc.resize(picture, resized, new Size(width, HEIGHT), 0, 0, rows > HEIGHT ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
            resized.get(0, 0, small);
        }
        byte[] pixels = new byte[HEIGHT * WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            System.arraycopy(small, y * width, pixels, y * WIDTH, width);
        }
        return pixels;
    }

    /**
     * How the line runs.
     *
     * @param x      a column
     * @param y      the row of the writing's middle there
     * @param slope  rows down a column
     * @param height rows that almost all ink lies within
     * @param line   the writing that is on the line, not far above or below
     */
    private record Course(double x, double y, double slope, double height, List<Blob> line) {

        static Course of(Writing writing) {
            double height = writing.digitHeight();
            List<Blob> digits = writing.written().stream()
                .filter(blob -> blob.height() > LEAST * height && blob.height() < MOST * height).toList();
            List<Blob> known = digits.isEmpty() ? writing.written() : digits;
            double slope = Math.max(-STEEPEST, Math.min(STEEPEST, slope(known, height)));
            double x = median(known.stream().mapToDouble(Blob::centreX).toArray());
            double y = median(known.stream().mapToDouble(blob -> blob.centreY() - slope * (blob.centreX() - x)).toArray());
            List<Blob> near = writing.written().stream().filter(blob -> {
                double middle = y + slope * (blob.centreX() - x);
                return blob.bottom() > middle - NEAR * height && blob.y() < middle + NEAR * height;
            }).toList();
            List<Blob> line = near.isEmpty() ? known : near;
            double[] rows = rows(writing, line, x, slope);
            double top = rows[(int) (OUTSIDE * rows.length)];
            double bottom = rows[(int) ((1 - OUTSIDE) * rows.length)] + 1;
            return new Course(x, (top + bottom) / 2, slope, Math.max(MIN_ROWS, Math.min(bottom - top, MOST * height)), line);
        }

        /** Returns the rows of all pixels of some pieces as if the line were level, sorted. */
        private static double[] rows(Writing writing, List<Blob> line, double x, double slope) {
            int width = writing.blobs().width();
            boolean[] on = new boolean[writing.blobs().list().size() + 1];
            line.forEach(blob -> on[blob.label()] = true);
            int[] labels = writing.blobs().labels();
            double[] rows = new double[line.stream().mapToInt(Blob::area).sum()];
            int count = 0;
            for (int i = 0; i < labels.length; i++) {
                if (on[labels[i]]) {
                    rows[count++] = i / width - slope * (i % width - x);
                }
            }
            Arrays.sort(rows);
            return rows;
        }

        /** The median of the slopes between all pairs that are not close together (Theil and Sen). */
        private static double slope(List<Blob> digits, double height) {
            double[] slopes = digits.stream()
                .flatMapToDouble(a -> digits.stream().filter(b -> b.centreX() - a.centreX() > height)
                    .mapToDouble(b -> (b.centreY() - a.centreY()) / (b.centreX() - a.centreX()))).toArray();
            return slopes.length < 3 ? 0 : median(slopes);
        }

        double at(double column) {
            return y + slope * (column - x);
        }

        /** Returns rows of the ink around the middle, as many above as below, with full contrast. */
        byte[] level(Ink ink, int left, int right, int rows) {
            double full = Math.max(1, ink.level());
            byte[] level = new byte[rows * (right - left)];
            for (int column = left; column < right; column++) {
                int top = (int) Math.round(at(column) - rows / 2.0);
                for (int row = 0; row < rows; row++) {
                    int y = top + row;
                    boolean outside = column < 0 || column >= ink.width() || y < 0 || y >= ink.height();
                    double depth = outside ? 0 : (ink.depth()[y * ink.width() + column] & 0xff) / full;
                    level[row * (right - left) + column - left] = (byte) Math.round(255 * Math.min(1, depth));
                }
            }
            return level;
        }

        private static double median(double[] values) {
            Arrays.sort(values);
            return values[values.length / 2];
        }
    }
}
