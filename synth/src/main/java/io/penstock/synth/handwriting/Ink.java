package io.penstock.synth.handwriting;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pen has left on the paper: strokes in millimetres, y downwards.
 *
 * @param strokes the strokes, in the order of writing
 */
public record Ink(List<PenStroke> strokes) {

    /** Copies the list. */
    public Ink {
        strokes = List.copyOf(strokes);
    }

    /** Returns a paper without ink. */
    public static Ink none() {
        return new Ink(List.of());
    }

    /** Returns all of some ink on one paper. */
    public static Ink of(List<Ink> parts) {
        return new Ink(parts.stream().flatMap(part -> part.strokes.stream()).toList());
    }

    /** Returns whether there is no stroke at all. */
    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /** Returns the smallest rectangle that holds all ink, line width included, millimetres; empty at the origin without ink. */
    public Rectangle2D bounds() {
        Rectangle2D bounds = null;
        for (PenStroke stroke : strokes) {
            for (PenPoint p : stroke.points()) {
                Rectangle2D dot = new Rectangle2D.Double(p.x() - p.width() / 2, p.y() - p.width() / 2, p.width(), p.width());
                bounds = bounds == null ? dot : bounds.createUnion(dot);
            }
        }
        return bounds == null ? new Rectangle2D.Double() : bounds;
    }

    /** Returns this ink moved by some millimetres. */
    public Ink movedBy(double dx, double dy) {
        return new Ink(strokes.stream()
            .map(s -> new PenStroke(s.points().stream().map(p -> new PenPoint(p.x() + dx, p.y() + dy, p.width())).toList()))
            .toList());
    }

    /** Returns this ink, smaller or larger around the origin; the pen stays the same, so line widths do. */
    public Ink scaledBy(double sx, double sy) {
        return new Ink(strokes.stream()
            .map(s -> new PenStroke(s.points().stream().map(p -> new PenPoint(p.x() * sx, p.y() * sy, p.width())).toList()))
            .toList());
    }

    /** Returns this ink from a pen so many times as wide. */
    public Ink widened(double times) {
        return new Ink(strokes.stream()
            .map(s -> new PenStroke(s.points().stream().map(p -> new PenPoint(p.x(), p.y(), p.width() * times)).toList()))
            .toList());
    }

    /** Returns this ink, larger or smaller around its middle. */
    public Ink grown(double sx, double sy) {
        Rectangle2D bounds = bounds();
        return movedBy(-bounds.getCenterX(), -bounds.getCenterY()).scaledBy(sx, sy).movedBy(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Returns this ink and another one on the same paper. */
    public Ink and(Ink other) {
        List<PenStroke> all = new ArrayList<>(strokes);
        all.addAll(other.strokes);
        return new Ink(all);
    }
}
