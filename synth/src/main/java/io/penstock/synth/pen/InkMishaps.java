package io.penstock.synth.pen;

import io.penstock.segment.form.Comb;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.PenPoint;
import io.penstock.synth.handwriting.PenStroke;
import io.penstock.synth.handwriting.Writer;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils what was written in a field as writers and pens do; the truth stays what it was. */
public final class InkMishaps {

    private static final double SPECKS = 6;
    private static final double SPECKS_MM = 1.5;
    private static final double GAP = 0.16;
    private static final double SQUEEZED = 0.62;
    private static final double PEN = 0.4;
    /** Room between a number that is struck out and the right one, millimetres. */
    private static final double BESIDE = 2;

    /** Mishaps of the pen and the page that share one chance: where any of them goes wrong, each draws. */
    private static final Mishap[] FIRST = {Mishap.LEAVING, Mishap.STRUCK, Mishap.OVERWRITTEN, Mishap.BROKEN, Mishap.SPECKS, Mishap.TURNED,
        Mishap.PERSPECTIVE, Mishap.WATERMARK, Mishap.CORNER};

    private final Mishaps mishaps;
    private final Writer writer;
    private final RandomGenerator random;

    public InkMishaps(Mishaps mishaps, Writer writer, RandomGenerator random) {
        this.mishaps = mishaps;
        this.writer = writer;
        this.random = random;
    }

    /** Returns the ink of a field at a place, spoilt. */
    public Ink spoil(Ink ink, Place place) {
        if (!mishaps.any(FIRST)) {
            return ink;
        }
        Ink spoilt = Ink.none();
        if (place instanceof Place.Boxes boxes) {
            for (Comb comb : boxes.combs()) {
                for (int i = 0; i < comb.boxes(); i++) {
                    spoilt = spoilt.and(inBox(within(ink, comb.box(i)), comb.box(i)));
                }
            }
        } else {
            spoilt = onLine(ink, place.area());
        }
        return specks(new Ink(spoilt.strokes().stream().flatMap(stroke -> broken(stroke).stream()).toList()), place.area());
    }

    private static Ink within(Ink ink, Area box) {
        return new Ink(ink.strokes().stream().filter(stroke -> {
            double x = new Ink(List.of(stroke)).bounds().getCenterX();
            double y = new Ink(List.of(stroke)).bounds().getCenterY();
            return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
        }).toList());
    }

    private Ink inBox(Ink ink, Area box) {
        if (ink.isEmpty()) {
            return ink;
        }
        Ink written = random.nextDouble() < mishaps.strength(Mishap.STRUCK) ? struck(ink, box) : ink;
        written = overwritten(written, ink.bounds().getHeight(), mishaps.strength(Mishap.OVERWRITTEN));
        if (random.nextDouble() >= mishaps.strength(Mishap.LEAVING)) {
            return written;
        }
        double angle = 2 * Math.PI * random.nextDouble();
        double far = 0.25 + 0.25 * random.nextDouble();
        return written.movedBy(far * box.width() * Math.cos(angle), far * box.height() * Math.sin(angle));
    }

    private Ink onLine(Ink ink, Area area) {
        if (ink.isEmpty()) {
            return ink;
        }
        Ink written = random.nextDouble() < mishaps.strength(Mishap.STRUCK) ? struckBeside(ink, area) : ink;
        written = overwritten(written, area.height() / 2, mishaps.strength(Mishap.OVERWRITTEN) / 4);
        if (random.nextDouble() >= mishaps.strength(Mishap.LEAVING)) {
            return written;
        }
        double far = area.height() * (0.25 + 0.25 * random.nextDouble());
        return written.movedBy(0, random.nextBoolean() ? far : -far);
    }

    /** A wrong number with a line through it, the right one after it. */
    private Ink struckBeside(Ink right, Area area) {
        Rectangle2D bounds = right.bounds();
        double most = (area.width() - 2 * BESIDE) / 2 / bounds.getWidth();
        double scale = Math.min(1, most);
        double y = area.y() + area.height() / 2;
        double half = scale * bounds.getWidth() / 2;
        Ink wrong = at(number(half * 2, scale * bounds.getHeight()), area.x() + BESIDE / 2 + half, y);
        Ink squeezed = at(right.scaledBy(scale, scale), wrong.bounds().getMaxX() + BESIDE + half, y);
        return wrong.and(lineThrough(wrong)).and(squeezed);
    }

    /** Digits side by side, up to a width. */
    private Ink number(double width, double height) {
        Ink number = digit(height);
        while (number.bounds().getWidth() < width - height) {
            number = number.and(digit(height).movedBy(number.bounds().getMaxX() + 0.2 * height, 0));
        }
        return number;
    }

    private static Ink lineThrough(Ink wrong) {
        Rectangle2D bounds = wrong.bounds();
        return new Ink(List.of(new PenStroke(List.of(new PenPoint(bounds.getMinX() - 0.4, bounds.getCenterY() + 0.4, PEN),
            new PenPoint(bounds.getMaxX() + 0.4, bounds.getCenterY() - 0.4, PEN)))));
    }

    /** A wrong digit with a line through it at the lower left, the right one above it. */
    private Ink struck(Ink right, Area box) {
        Ink wrong = at(digit(SQUEEZED * right.bounds().getHeight()), box.x() + 0.3 * box.width(), box.y() + 0.68 * box.height());
        Ink squeezed = at(right.scaledBy(SQUEEZED, SQUEEZED), box.x() + 0.66 * box.width(), box.y() + 0.34 * box.height());
        return wrong.and(lineThrough(wrong)).and(squeezed);
    }

    private Ink overwritten(Ink ink, double height, double share) {
        boolean over = !ink.isEmpty() && random.nextDouble() < share;
        return over ? at(digit(height), ink.bounds().getCenterX(), ink.bounds().getCenterY()).and(ink) : ink;
    }

    private Ink digit(double height) {
        return writer.write((char) ('0' + random.nextInt(10)), height);
    }

    private static Ink at(Ink ink, double x, double y) {
        return ink.movedBy(x - ink.bounds().getCenterX(), y - ink.bounds().getCenterY());
    }

    private List<PenStroke> broken(PenStroke stroke) {
        int size = stroke.points().size();
        int gap = (int) Math.ceil(GAP * size);
        if (size < 8 || random.nextDouble() >= mishaps.strength(Mishap.BROKEN)) {
            return List.of(stroke);
        }
        int from = 1 + random.nextInt(size - gap - 2);
        return List.of(new PenStroke(stroke.points().subList(0, from)), new PenStroke(stroke.points().subList(from + gap, size)));
    }

    private Ink specks(Ink ink, Area area) {
        List<PenStroke> specks = new ArrayList<>();
        long count = Math.round(2 * SPECKS * mishaps.strength(Mishap.SPECKS) * random.nextDouble());
        Area around = area.grow(SPECKS_MM);
        for (int i = 0; i < count; i++) {
            specks.add(new PenStroke(List.of(new PenPoint(around.x() + around.width() * random.nextDouble(),
                around.y() + around.height() * random.nextDouble(), 0.15 + 0.45 * random.nextDouble()))));
        }
        return ink.and(new Ink(specks));
    }
}
