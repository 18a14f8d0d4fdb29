package io.penstock.synth.pen;

import io.penstock.segment.form.Comb;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.PenPoint;
import io.penstock.synth.handwriting.PenStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Thin strokes that cancel boxes at the ends of a comb that the number does not need; the truth calls them empty. */
public final class Slashes {

    private static final int POINTS = 12;

    private final double share;
    private final RandomGenerator random;

    /**
     * Creates slashes.
     *
     * @param share share of combs with unused boxes in which they are cancelled
     */
    public Slashes(double share, RandomGenerator random) {
        this.share = share;
        this.random = random;
    }

    /** Returns what cancels the unused boxes of an entry. */
    public Ink cancel(String penned, Place.Boxes boxes) {
        List<PenStroke> strokes = new ArrayList<>();
        int next = 0;
        for (Comb comb : boxes.combs()) {
            String part = penned.substring(next, next + comb.boxes());
            next += comb.boxes();
            int before = part.length() - part.replaceFirst("^_+", "").length();
            int after = before == part.length() ? 0 : part.length() - part.replaceFirst("_+$", "").length();
            strokes.addAll(cancel(comb, 0, before));
            strokes.addAll(cancel(comb, part.length() - after, after));
        }
        return new Ink(strokes);
    }

    private List<PenStroke> cancel(Comb comb, int from, int count) {
        if (count == 0 || random.nextDouble() >= share) {
            return List.of();
        }
        double pen = 0.18 + 0.3 * random.nextDouble();
        double way = random.nextDouble();
        if (way < 0.3) {
            Area first = comb.box(from);
            return List.of(through(new Area(first.x(), first.y(), first.width() * count, first.height()), way < 0.15 ? 0 : 0.5, pen));
        }
        double rise = way < 0.7 ? 0.8 : way < 0.85 ? -0.8 : 0;
        List<PenStroke> strokes = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            strokes.add(through(comb.box(i), rise, pen));
        }
        return strokes;
    }

    /** A stroke through an area, slightly bent; it rises by a share of the height to the right. */
    private PenStroke through(Area area, double rise, double pen) {
        double inset = area.width() * (0.12 + 0.15 * random.nextDouble());
        double left = area.x() + inset;
        double right = area.right() - inset * (0.6 + 0.8 * random.nextDouble());
        double middle = area.y() + area.height() * (0.5 + 0.1 * (random.nextDouble() - 0.5));
        double half = rise * area.height() * (0.35 + 0.25 * random.nextDouble());
        double sag = 0.06 * area.height() * (2 * random.nextDouble() - 1);
        List<PenPoint> points = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            double t = (double) i / POINTS;
            points.add(new PenPoint(left + t * (right - left), middle + half * (1 - 2 * t) + sag * 4 * t * (1 - t), pen));
        }
        return new PenStroke(points);
    }
}
