package io.penstock.synth.handwriting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The path of the pen's tip for one stroke, sampled evenly.
 *
 * @param x to the right, in heights of a digit
 * @param y downwards, in heights of a digit
 */
record Trace(double[] x, double[] y) {

    /** Distance between samples, in heights of a digit. */
    static final double STEP = 0.02;

    private static final int SAMPLES_PER_SPAN = 16;

    int size() {
        return x.length;
    }

    /** Returns the smooth path through some knots: a Catmull-Rom spline between corners, sampled evenly. */
    static Trace through(List<Knot> knots) {
        List<double[]> path = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i).corner() || i == knots.size() - 1) {
                smooth(knots.subList(start, i + 1), path);
                start = i;
            }
        }
        if (path.isEmpty()) {
            path.add(new double[] {knots.get(0).x(), knots.get(0).y()});
        }
        return evenly(path);
    }

    /** Returns a recorded path, x and y in turn, sampled evenly. */
    static Trace along(double[] recorded) {
        List<double[]> path = new ArrayList<>();
        for (int i = 0; i < recorded.length; i += 2) {
            path.add(new double[] {recorded[i], recorded[i + 1]});
        }
        return evenly(path);
    }

    private static void smooth(List<Knot> run, List<double[]> path) {
        int last = run.size() - 1;
        for (int i = 0; i < last; i++) {
            Knot a = run.get(Math.max(0, i - 1));
            Knot b = run.get(i);
            Knot c = run.get(i + 1);
            Knot d = run.get(Math.min(last, i + 2));
            for (int s = 0; s < SAMPLES_PER_SPAN; s++) {
                double t = (double) s / SAMPLES_PER_SPAN;
                path.add(new double[] {catmullRom(a.x(), b.x(), c.x(), d.x(), t), catmullRom(a.y(), b.y(), c.y(), d.y(), t)});
            }
        }
        path.add(new double[] {run.get(last).x(), run.get(last).y()});
    }

    private static double catmullRom(double a, double b, double c, double d, double t) {
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    private static Trace evenly(List<double[]> path) {
        double length = 0;
        for (int i = 1; i < path.size(); i++) {
            length += distance(path.get(i - 1), path.get(i));
        }
        int n = Math.max(2, (int) Math.round(length / STEP) + 1);
        double[] x = new double[n];
        double[] y = new double[n];
        int segment = 1;
        double before = 0;
        for (int k = 0; k < n; k++) {
            double wanted = length * k / (n - 1);
            while (segment < path.size() - 1 && before + distance(path.get(segment - 1), path.get(segment)) < wanted) {
                before += distance(path.get(segment - 1), path.get(segment));
                segment++;
            }
            double[] p = path.get(Math.max(0, segment - 1));
            double[] q = path.get(Math.min(segment, path.size() - 1));
            double span = distance(p, q);
            double t = span == 0 ? 0 : Math.min(1, (wanted - before) / span);
            x[k] = p[0] + t * (q[0] - p[0]);
            y[k] = p[1] + t * (q[1] - p[1]);
        }
        return new Trace(x, y);
    }

    private static double distance(double[] p, double[] q) {
        return Math.hypot(q[0] - p[0], q[1] - p[1]);
    }

    /** Returns the path of a pen in a hurry: corners are cut, within a radius in heights of a digit; the ends stay. */
    Trace hurried(double radius) {
        int reach = (int) Math.round(radius / STEP);
        double[] sx = new double[size()];
        double[] sy = new double[size()];
        for (int i = 0; i < size(); i++) {
            int r = Math.min(reach, Math.min(i, size() - 1 - i));
            for (int j = i - r; j <= i + r; j++) {
                sx[i] += x[j] / (2 * r + 1);
                sy[i] += y[j] / (2 * r + 1);
            }
        }
        return new Trace(sx, sy);
    }

    /** Returns the path with its end drawn out (or, below zero, cut short) by a length in heights of a digit. */
    Trace drawnOut(double length) {
        int n = size();
        int samples = (int) Math.round(length / STEP);
        if (n < 8 || samples == 0 || n + samples < 6) {
            return this;
        }
        double dx = (x[n - 1] - x[n - 4]) / 3;
        double dy = (y[n - 1] - y[n - 4]) / 3;
        double[] ex = Arrays.copyOf(x, n + samples);
        double[] ey = Arrays.copyOf(y, n + samples);
        for (int i = n; i < n + samples; i++) {
            ex[i] = ex[i - 1] + dx;
            ey[i] = ey[i - 1] + dy;
        }
        return new Trace(ex, ey);
    }

    /** Returns how sharply the path turns at a sample, radians per sample. */
    double turn(int i) {
        if (i < 2 || i > size() - 3) {
            return 0;
        }
        double before = Math.atan2(y[i] - y[i - 2], x[i] - x[i - 2]);
        double after = Math.atan2(y[i + 2] - y[i], x[i + 2] - x[i]);
        return Math.abs(Math.IEEEremainder(after - before, 2 * Math.PI)) / 2;
    }
}
