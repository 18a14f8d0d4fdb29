package io.penstock.segment.registration.print;

import io.penstock.segment.geometry.Homography;
import java.util.List;

/**
 * The map that makes a page's printed lines level and upright: tilt, shear and mild perspective, from the slopes of straight edges.
 *
 * <p>The slope of level lines seen in perspective grows, to first order, with the place across them; so does that of upright ones. Both
 * families are fitted by themselves, robustly, and the map is refined on the edges that it straightened. Where a page has few edges of a
 * family, it is taken to be tilted as the other one is, and not distorted.
 */
final class Rectification {

    private static final double STEEPEST = 0.33;
    private static final double BIN = 0.004;
    private static final double[] GATES = {0.12, 0.06, 0.03, 0.02};
    private static final double LONGEST = 300;
    private static final double TILT_PRIOR = 60 * 60;
    private static final double PERSPECTIVE_PRIOR = 150 * 150;
    private static final double PERSPECTIVE_SHARE = 0.02;

    private final double centreX;
    private final double centreY;
    private final double radius;

    private Rectification(int width, int height) {
        centreX = width / 2.0;
        centreY = height / 2.0;
        radius = Math.max(width, height) / 2.0;
    }

    /**
     * Returns the map from pixels of the page to pixels of the rectified page; the page's centre stays.
     *
     * @param level   edges of lines that may run across the page
     * @param upright edges of lines that may run down it
     */
    static Homography of(List<Edge> level, List<Edge> upright, int width, int height) {
        Rectification page = new Rectification(width, height);
        double tilt = tilt(level, upright);
        Homography map = page.map(tilt, 0, -tilt, 0);
        for (double gate : GATES) {
            Homography straightened = map;
            Trend rows = page.trend(level.stream().map(edge -> edge.through(straightened)).toList(), true, gate);
            Trend columns = page.trend(upright.stream().map(edge -> edge.through(straightened)).toList(), false, gate);
            map = page.map(rows.slope, rows.growth, columns.slope, columns.growth).after(map);
        }
        return map;
    }

    /** Returns the most frequent slope, by squared length, of level edges and of upright ones seen as if they were turned to lie. */
    private static double tilt(List<Edge> level, List<Edge> upright) {
        double[] bins = new double[2 * (int) (STEEPEST / BIN) + 5];
        for (Edge edge : level) {
            vote(bins, (edge.y1() - edge.y0()) / (edge.x1() - edge.x0()), edge.length());
        }
        for (Edge edge : upright) {
            vote(bins, -(edge.x1() - edge.x0()) / (edge.y1() - edge.y0()), edge.length());
        }
        int best = bins.length / 2;
        for (int i = 2; i < bins.length - 2; i++) {
            if (around(bins, i) > around(bins, best)) {
                best = i;
            }
        }
        return (best - bins.length / 2) * BIN;
    }

    private static void vote(double[] bins, double slope, double length) {
        if (Math.abs(slope) <= STEEPEST) {
            double kept = Math.min(length, LONGEST);
            bins[bins.length / 2 + (int) Math.round(slope / BIN)] += kept * kept;
        }
    }

    private static double around(double[] bins, int i) {
        return bins[i - 2] + 2 * bins[i - 1] + 3 * bins[i] + 2 * bins[i + 1] + bins[i + 2];
    }

    /** A family's slope at the page's centre, and by how much it grows from there to a radius away across the lines. */
    private record Trend(double slope, double growth) {
    }

    /** Fits slope = a + b·place with bisquare weights; priors hold both near 0. */
    private Trend trend(List<Edge> edges, boolean level, double gate) {
        double[] place = new double[edges.size()];
        double[] slope = new double[edges.size()];
        double[] weight = new double[edges.size()];
        for (int i = 0; i < place.length; i++) {
            Edge edge = edges.get(i);
            double along = level ? edge.x1() - edge.x0() : edge.y1() - edge.y0();
            slope[i] = (level ? edge.y1() - edge.y0() : edge.x1() - edge.x0()) / along;
            place[i] = (level ? (edge.y0() + edge.y1()) / 2 - centreY : (edge.x0() + edge.x1()) / 2 - centreX) / radius;
            double kept = Math.min(LONGEST, edge.length());
            weight[i] = kept * kept;
        }
        Trend trend = new Trend(0, 0);
        for (int pass = 0; pass < 4; pass++) {
            trend = refit(place, slope, weight, trend, gate);
        }
        return trend;
    }

    private static Trend refit(double[] place, double[] slope, double[] weight, Trend last, double gate) {
        double sum = TILT_PRIOR;
        double p = 0;
        double pp = PERSPECTIVE_PRIOR;
        double s = 0;
        double ps = 0;
        for (int i = 0; i < place.length; i++) {
            double u = (slope[i] - last.slope - last.growth * place[i]) / gate;
            if (Math.abs(u) < 1) {
                double w = weight[i] * (1 - u * u) * (1 - u * u);
                sum += w;
                p += w * place[i];
                pp += w * (place[i] * place[i] + PERSPECTIVE_SHARE);
                s += w * slope[i];
                ps += w * place[i] * slope[i];
            }
        }
        double determinant = sum * pp - p * p;
        return new Trend((s * pp - p * ps) / determinant, (sum * ps - p * s) / determinant);
    }

    /** Returns the map that makes lines of these slopes level and upright, keeps the page's centre and areas around it. */
    private Homography map(double level, double levelGrowth, double upright, double uprightGrowth) {
        double size = 1 / Math.sqrt(Math.max(0.1, 1 - level * upright));
        Homography toCentre = Homography.scaleAndShift(1 / radius, 1 / radius, -centreX / radius, -centreY / radius);
        Homography straighten = new Homography(new double[] {size, -size * upright, 0, -size * level, size, 0, levelGrowth, uprightGrowth,
            1});
        Homography back = Homography.scaleAndShift(radius, radius, centreX, centreY);
        return back.after(straighten.after(toCentre));
    }
}
