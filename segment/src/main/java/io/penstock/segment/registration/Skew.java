package io.penstock.segment.registration;

import java.util.Arrays;
import org.opencv.core.Mat;

/**
 * The angle by which a page is tilted, found where its ink projects most sharply on one axis.
 *
 * <p>Projection-profile method (Postl 1986), on the upper and left edges of the ink, so that filled areas count by their outline.
 */
final class Skew {

    private static final double RANGE_DEGREES = 15;
    private static final double COARSE_STEP = 0.5;
    private static final double FINE_STEP = 0.05;

    private final int[] edgeX;
    private final int[] edgeY;
    private final int[] sideX;
    private final int[] sideY;
    private final int extent;

    private Skew(int[][] edges, int extent) {
        edgeX = edges[0];
        edgeY = edges[1];
        sideX = edges[2];
        sideY = edges[3];
        this.extent = extent;
    }

    /** Returns degrees by which lines run down to the right, -15 to 15, of a mask of ink (255) on paper (0). */
    static double degrees(Mat ink) {
        Skew skew = new Skew(edges(ink), ink.rows() + ink.cols());
        double coarse = skew.best(0, RANGE_DEGREES, COARSE_STEP);
        return skew.best(coarse, COARSE_STEP, FINE_STEP);
    }

    private double best(double centre, double range, double step) {
        double best = centre;
        double bestSharpness = -1;
        int steps = (int) Math.round(range / step);
        for (int i = -steps; i <= steps; i++) {
            double degrees = centre + i * step;
            double slope = Math.tan(Math.toRadians(degrees));
            double sharpness = sharpness(edgeY, edgeX, -slope) + sharpness(sideX, sideY, slope);
            if (sharpness > bestSharpness) {
                bestSharpness = sharpness;
                best = degrees;
            }
        }
        return best;
    }

    private double sharpness(int[] across, int[] along, double slope) {
        int[] bins = new int[2 * extent];
        for (int i = 0; i < across.length; i++) {
            bins[(int) Math.round(across[i] + slope * along[i]) + extent / 2]++;
        }
        double sum = 0;
        for (int bin : bins) {
            sum += (double) bin * bin;
        }
        return sum;
    }

    private static int[][] edges(Mat ink) {
        int width = ink.cols();
        int height = ink.rows();
        byte[] pixels = new byte[width * height];
        ink.get(0, 0, pixels);
        int[][] found = new int[4][pixels.length];
        int upper = 0;
        int left = 0;
        for (int y = 1; y < height; y++) {
            for (int x = 1; x < width; x++) {
                int at = y * width + x;
                if (pixels[at] == 0) {
                    continue;
                }
                if (pixels[at - width] == 0) {
                    found[0][upper] = x;
                    found[1][upper++] = y;
                }
                if (pixels[at - 1] == 0) {
                    found[2][left] = x;
                    found[3][left++] = y;
                }
            }
        }
        return new int[][] {
            Arrays.copyOf(found[0], upper), Arrays.copyOf(found[1], upper),
            Arrays.copyOf(found[2], left), Arrays.copyOf(found[3], left)};
    }
}
