package io.penstock.synth.line;

import io.penstock.segment.image.MatScope;
import java.util.List;
import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A line on its paper, scanned: security print or plain paper, printed rules and edges, a lighter band, rests of other writing, blur, noise
 * and compression.
 */
final class LineScan {

    private final SplittableRandom random;
    private final double height;
    private final boolean cell;
    private final int left;
    private final int top;
    private final int width;
    private final int rows;
    private final float[] dark;

    private LineScan(List<Stamp> line, double height, SplittableRandom random) {
        this.random = random;
        this.height = height;
        cell = random.nextInt(6) == 0;
        int first = line.stream().mapToInt(Stamp::left).min().orElse(0);
        int last = line.stream().mapToInt(stamp -> stamp.left() + stamp.width()).max().orElse(1);
        int high = line.stream().mapToInt(Stamp::top).min().orElse(0);
        int low = line.stream().mapToInt(stamp -> stamp.top() + stamp.height()).max().orElse(1);
        left = first - margin(0.9);
        top = high - margin(0.6);
        width = last + margin(1.2) - left;
        rows = low + margin(0.6) - top;
        dark = new float[width * rows];
    }

    /** Most pictures are cut close to the line; cells of tables leave it room. */
    private int margin(double most) {
        double share = random.nextDouble();
        return (int) Math.round(height * (cell ? 1.5 * most * share : most * share * share));
    }

    /** Returns the scan as PNG or JPEG. */
    static byte[] of(List<Stamp> line, double height, SplittableRandom random) {
        LineScan scan = new LineScan(line, height, random);
        double strength = random.nextDouble(0.22, 0.85);
        double fading = random.nextInt(6) == 0 ? random.nextDouble(0.2, 0.75) / line.size() : 0;
        for (int i = 0; i < line.size(); i++) {
            scan.draw(line.get(i), strength * random.nextDouble(0.85, 1) * (1 - fading * i));
        }
        scan.print(strength);
        if (random.nextInt(5) == 0) {
            scan.intrude(line, strength);
        }
        if (random.nextInt(14) == 0) {
            scan.streak(strength);
        }
        return scan.encoded(scan.grey(strength));
    }

    private void draw(Stamp stamp, double strength) {
        for (int y = 0; y < stamp.height(); y++) {
            int row = y + stamp.top() - top;
            for (int x = 0; x < stamp.width(); x++) {
                int column = x + stamp.left() - left;
                if (row >= 0 && row < rows && column >= 0 && column < width) {
                    float value = (float) (strength * stamp.ink()[y * stamp.width() + x]);
                    dark[row * width + column] = Math.max(dark[row * width + column], value);
                }
            }
        }
    }

    /** Printed rules above and below, edges of a box at the sides. */
    private void print(double strength) {
        double shade = random.nextDouble(0.3, 1.1) * Math.min(0.8, strength);
        if (random.nextInt(100) < 30) {
            rule(-top + height * random.nextDouble(0.02, 0.5), shade);
        }
        if (random.nextInt(100) < 10) {
            rule(-top - height * random.nextDouble(1.05, 1.5), shade);
        }
        boolean framed = random.nextInt(cell ? 2 : 12) == 0;
        for (int side = 0; side < 2; side++) {
            if (framed || random.nextInt(100) < 18) {
                edge(side == 0, shade);
            }
        }
        if (framed) {
            rule(random.nextDouble(0.15) * height, shade);
            rule(rows - 1 - random.nextDouble(0.15) * height, shade);
        }
    }

    /** An edge of a box beside the line, whole or in part. */
    private void edge(boolean first, double shade) {
        double away = random.nextDouble(0.25) * height;
        double x = first ? away : width - 1 - away;
        double thick = height * random.nextDouble(0.02, 0.09);
        double lean = random.nextDouble(-0.05, 0.05);
        boolean part = random.nextInt(3) == 0;
        int from = part ? random.nextInt(rows) : 0;
        int to = part ? random.nextInt(from, rows) : rows;
        for (int y = from; y < to; y++) {
            segment(y * width, 1, width, x + lean * y, thick, shade);
        }
    }

    /** What dirt on a scanner's glass draws: a thin line of one tone and width from edge to edge. */
    private void streak(double strength) {
        boolean down = random.nextInt(3) > 0;
        double at = random.nextDouble() * (down ? width : rows);
        double thick = Math.max(0.6, height * random.nextDouble(0.01, 0.06));
        double shade = strength * random.nextDouble(0.4, 1.2);
        for (int i = 0; i < (down ? rows : width); i++) {
            segment(down ? i * width : i, down ? 1 : width, down ? width : rows, at, thick, Math.min(0.95, shade));
        }
    }

    private void rule(double y, double shade) {
        double thick = height * random.nextDouble(0.02, 0.08);
        double tilt = random.nextDouble(-0.03, 0.03);
        boolean dotted = random.nextInt(6) == 0;
        double from = random.nextInt(4) == 0 ? random.nextDouble(0.3) * width : 0;
        for (int x = (int) from; x < width; x++) {
            if (!dotted || x * 4 / (int) height % 2 == 0) {
                segment(x, width, rows, y + tilt * x, thick, shade);
            }
        }
    }

    private void segment(int start, int step, int count, double at, double thick, double shade) {
        for (int i = (int) Math.max(0, at - thick - 1); i <= Math.min(count - 1, at + thick + 1); i++) {
            double cover = Math.max(0, Math.min(1, thick / 2 + 0.5 - Math.abs(i - at)));
            dark[start + i * step] = (float) Math.max(dark[start + i * step], shade * cover);
        }
    }

    /** Something of the writing above, below or beside, cut off by the edge of the picture. */
    private void intrude(List<Stamp> line, double strength) {
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            Stamp stamp = line.get(random.nextInt(line.size()));
            boolean beside = random.nextInt(8) == 0;
            boolean first = random.nextBoolean();
            int seen = (int) (height * random.nextDouble(0.04, beside ? 0.1 : 0.25));
            int x = beside ? first ? left + seen - stamp.width() : left + width - seen : left + random.nextInt(width);
            int y = beside ? stamp.top() : first ? top + seen - stamp.height() : top + rows - seen;
            draw(new Stamp(x, y, stamp.width(), stamp.height(), stamp.ink()), strength);
        }
    }

    /** Returns the brightness of each pixel, 0 to 1. */
    private float[] grey(double strength) {
        double paper = random.nextBoolean() ? random.nextDouble(0.8, 1) : random.nextDouble(0.4, 0.8);
        float[] texture = texture(strength);
        double shadeX = random.nextDouble(-0.12, 0.12) / width;
        double shadeY = random.nextDouble(-0.12, 0.12) / rows;
        double noise = random.nextDouble(0.002, 0.035);
        double light = random.nextInt(8) == 0 ? random.nextDouble(1, 1.6) : 1;
        int lit = random.nextInt(rows);
        float[] grey = new float[dark.length];
        for (int i = 0; i < grey.length; i++) {
            double ground = (1 - texture[i]) * (1 + shadeX * (i % width) + shadeY * (i / width));
            grey[i] = (float) (Math.min(1, paper * (i / width < lit ? light : 1)) * ground * (1 - dark[i]));
        }
        blur(grey);
        for (int i = 0; i < grey.length; i++) {
            grey[i] += (float) (noise * (random.nextDouble(-1, 1) + random.nextDouble(-1, 1) + random.nextDouble(-1, 1)));
        }
        return grey;
    }

    private void blur(float[] grey) {
        try (MatScope mats = new MatScope()) {
            Mat picture = mats.own(new Mat(rows, width, CvType.CV_32F));
            picture.put(0, 0, grey);
            Imgproc.GaussianBlur(picture, picture, new Size(0, 0), height / 32 * random.nextDouble(0.35, 1.4));
            picture.get(0, 0, grey);
        }
    }

    /** The fine wavy lines of security print, in up to three families, or nothing. */
    private float[] texture(double strength) {
        float[] texture = new float[dark.length];
        int families = random.nextInt(5) < 2 ? 0 : random.nextInt(1, 4);
        for (int family = 0; family < families; family++) {
            double period = height * random.nextDouble(0.1, 0.4);
            double angle = random.nextDouble(Math.PI);
            double kx = Math.cos(angle) * 2 * Math.PI / period;
            double ky = Math.sin(angle) * 2 * Math.PI / period;
            double swing = random.nextDouble(0, 3);
            double wave = 2 * Math.PI / (height * random.nextDouble(0.5, 4));
            double turn = random.nextDouble(Math.PI);
            double wx = Math.cos(turn) * wave;
            double wy = Math.sin(turn) * wave;
            double sharp = random.nextDouble(0.2, 1);
            double depth = strength * random.nextDouble(0.05, 0.4);
            for (int i = 0; i < texture.length; i++) {
                double x = i % width;
                double y = i / (double) width;
                double level = Math.sin(kx * x + ky * y + swing * Math.sin(wx * x + wy * y));
                texture[i] = (float) Math.max(texture[i], depth * Math.max(0, (level - 1 + sharp) / sharp));
            }
        }
        return texture;
    }

    private byte[] encoded(float[] grey) {
        byte[] pixels = new byte[grey.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(255 * grey[i])));
        }
        try (MatScope mats = new MatScope()) {
            Mat picture = mats.own(new Mat(rows, width, CvType.CV_8U));
            picture.put(0, 0, pixels);
            MatOfByte encoded = mats.own(new MatOfByte());
            boolean jpeg = random.nextBoolean();
            MatOfInt quality = mats.own(new MatOfInt(jpeg ? new int[] {Imgcodecs.IMWRITE_JPEG_QUALITY, random.nextInt(35, 96)}
                : new int[0]));
            Imgcodecs.imencode(jpeg ? ".jpg" : ".png", picture, encoded, quality);
            return encoded.toArray();
        }
    }
}
