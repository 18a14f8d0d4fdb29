package io.penstock.synth.line;

import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.PenPoint;
import io.penstock.synth.handwriting.PenStroke;
import io.penstock.synth.handwriting.RecordedWriter;
import io.penstock.synth.handwriting.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One line as somebody writes it: symbols side by side, touching or apart, in one hand. The digits are a generated writer's, or those that
 * one person once wrote; the marks are always a generated writer's.
 */
final class Scrawl {

    private static final String ENDINGS = "-=:~#";
    private static final double MILLIMETRES = 5;
    private static final float INKED = 0.4f;
    private static final float NOTHING = -1e6f;

    private final SplittableRandom random;
    private final Writer writer;
    private final LineHands hands;
    /** Whose scanned digits these are, or whose recorded ones; a generated writer's where both are null. */
    private final LineHands.Glyphs scanned;
    private final RecordedWriter recorded;
    private final double height;
    private final double pen;
    private final double shear;
    private final double stretch;
    private final double least;
    private final double gap;
    private final double gapSpread;
    private final double touching;
    private final double smallZero;
    private final boolean joinsZeros;
    private final double marksRaised;
    private final double tallComma;
    private final double commaRaised;
    private final List<Stamp> stamps = new ArrayList<>();
    private final float[] edge;

    /**
     * Draws a hand.
     *
     * @param hands  the people whose digits there are
     * @param height height of a digit, pixels
     */
    Scrawl(LineHands hands, double height, SplittableRandom random) {
        this.hands = hands;
        this.height = height;
        this.random = random;
        writer = new Writer(random.nextLong(), random.nextDouble(0.3, 1));
        pen = random.nextDouble(0.65, 1.5);
        shear = 0.35 * (random.nextDouble() + random.nextDouble() - 0.75);
        stretch = random.nextDouble(0.7, 1.25);
        least = random.nextDouble(0.25, 0.75);
        double source = random.nextDouble();
        boolean known = !hands.recorded().isEmpty();
        recorded = source < 0.2 && known
            ? new RecordedWriter(hands.recorded().get(random.nextInt(hands.recorded().size())), random.nextLong()) : null;
        scanned = recorded == null && source < 0.5 ? hands.someone(random) : null;
        gap = random.nextInt(5) == 0 ? random.nextDouble(0.3, 0.8) : random.nextDouble(-0.02, 0.3);
        gapSpread = random.nextDouble(0.02, 0.12);
        touching = random.nextBoolean() ? 0 : random.nextDouble(0.05, 0.7);
        smallZero = random.nextDouble() < 0.35 ? random.nextDouble(0.5, 0.95) : 1;
        joinsZeros = random.nextInt(6) == 0;
        tallComma = random.nextInt(9) < 4 ? 1 : random.nextDouble(1.3, 4);
        commaRaised = tallComma > 1 ? random.nextDouble(0.45) : 0;
        marksRaised = random.nextInt(3) == 0 ? random.nextDouble(-0.15, 0.4) : 0;
        edge = new float[(int) (4 * height)];
        Arrays.fill(edge, NOTHING);
    }

    /** Returns the symbols of a line, each where it stands; the line that digits stand on is at row 0. */
    List<Stamp> write(String symbols) {
        double extra = 0;
        double slope = 0.02 * random.nextDouble(-1, 1) * random.nextInt(1, 4);
        double wander = 0.05 * random.nextDouble();
        double raised = 0;
        double size = 1;
        char before = ' ';
        for (char symbol : symbols.toCharArray()) {
            if (symbol == ' ') {
                extra += height * random.nextDouble(0.25, 0.9);
            } else if (symbol == '^') {
                size = random.nextDouble(0.55, 0.8);
                raised = height * random.nextDouble(0.2, 0.5);
            } else {
                Stamp stamp = stamp(symbol, size * (symbol == '0' && before != ' ' ? smallZero : 1));
                double own = raised + height * (wander * random.nextDouble(-1, 1))
                    + (symbol == '0' ? height * (1 - smallZero) * 0.5 * (wander > 0.03 ? 1 : 0) : 0);
                own += ENDINGS.indexOf(symbol) < 0 ? 0 : height * marksRaised;
                boolean digits = Character.isDigit(symbol) && Character.isDigit(before);
                double distance = distance(digits, symbol == '/' || before == '/') + extra;
                Stamp placed = place(stamp, distance, digits, slope, own);
                if (digits && joinsZeros && symbol == '0' && before == '0') {
                    join(stamps.get(stamps.size() - 1), placed);
                }
                stamps.add(placed);
                extra = 0;
                before = symbol;
            }
        }
        if (raised > 0 && random.nextInt(3) > 0) {
            underline();
        }
        return stamps;
    }

    private double distance(boolean digits, boolean slash) {
        if (slash) {
            return height * random.nextDouble(-0.15, 0.25);
        }
        if (digits && random.nextDouble() < touching) {
            return -height * random.nextDouble(0.02, 0.14);
        }
        return height * (gap + gapSpread * (random.nextDouble(-1, 1) + random.nextDouble(-1, 1)));
    }

    private Stamp stamp(char symbol, double size) {
        if (Character.isDigit(symbol) && scanned != null) {
            byte[] glyph = hands.digit(scanned, symbol - '0', random);
            double own = symbol == '1' ? 1 : stretch * random.nextDouble(0.9, 1.1);
            return Stamp.of(glyph, size * height * random.nextDouble(0.85, 1.12), shear + 0.05 * random.nextDouble(-1, 1), own, least);
        }
        double scale = size * height / MILLIMETRES;
        if (Character.isDigit(symbol) && recorded != null && recorded.knows(symbol - '0')) {
            return Stamp.of(recorded.write(symbol - '0', MILLIMETRES * random.nextDouble(0.88, 1.1)), scale, pen);
        }
        return switch (symbol) {
            case '=' -> Stamp.of(writer.write('-', MILLIMETRES).movedBy(0, -0.1 * MILLIMETRES)
                .and(writer.write('-', MILLIMETRES).movedBy(0, random.nextDouble(0.1, 0.22) * MILLIMETRES)), scale, pen);
            case ',' -> Stamp.of(writer.write(',', MILLIMETRES).scaledBy(random.nextDouble(0.8, 1.6),
                tallComma * random.nextDouble(0.8, 1.2))
                .movedBy(0, -commaRaised * MILLIMETRES), scale, pen);
            case ':' -> Stamp.of(writer.write('.', MILLIMETRES).movedBy(0, -random.nextDouble(0.3, 0.6) * MILLIMETRES)
                .and(writer.write('.', MILLIMETRES).movedBy(0, random.nextDouble(-0.2, 0) * MILLIMETRES)), scale, pen);
            case '~' -> Stamp.of(flourish(), scale, pen);
            case '#' -> Stamp.of(doodle(), scale, pen);
            default -> Stamp.of(writer.write(symbol, MILLIMETRES), scale, pen);
        };
    }

    /** A long, wavy dash that fills the rest of the line. */
    private Ink flourish() {
        double length = MILLIMETRES * random.nextDouble(0.6, 2.5);
        double swing = MILLIMETRES * random.nextDouble(0, 0.2);
        double waves = random.nextDouble(0.5, 4);
        double tilt = random.nextDouble(-0.25, 0.25);
        List<PenPoint> points = new ArrayList<>();
        for (double x = 0; x < length; x += 0.06) {
            points.add(new PenPoint(x, -0.4 * MILLIMETRES - tilt * x + swing * Math.sin(waves * 6.28 * x / length),
                writer.hand().penWidth()));
        }
        return new Ink(List.of(new PenStroke(points)));
    }

    /** A sign that is none of the others: some straight and bent strokes in the room of a letter. */
    private Ink doodle() {
        List<PenStroke> strokes = new ArrayList<>();
        int count = random.nextInt(2, 5);
        for (int i = 0; i < count; i++) {
            double[] x = random.doubles(3, 0, 0.9 * MILLIMETRES).toArray();
            double[] y = random.doubles(3, -MILLIMETRES, 0.1).toArray();
            List<PenPoint> points = new ArrayList<>();
            for (double t = 0; t <= 1; t += 0.02) {
                points.add(new PenPoint((1 - t) * (1 - t) * x[0] + 2 * t * (1 - t) * x[1] + t * t * x[2],
                    (1 - t) * (1 - t) * y[0] + 2 * t * (1 - t) * y[1] + t * t * y[2], writer.hand().penWidth()));
            }
            strokes.add(new PenStroke(points));
        }
        return new Ink(strokes);
    }

    /** Puts a stamp so far right of all before that at no height they are closer than the distance. */
    private Stamp place(Stamp stamp, double distance, boolean digits, double slope, double raised) {
        int rows = edge.length;
        int base = (int) (2.5 * height);
        int reach = (int) Math.max(1, height / 14);
        int up = (int) Math.round(raised);
        double shift = NOTHING;
        double right = NOTHING;
        for (float reached : edge) {
            right = Math.max(right, reached);
        }
        for (int y = 0; y < stamp.height(); y++) {
            int first = firstInk(stamp, y);
            for (int near = -reach; first >= 0 && near <= reach; near++) {
                int row = Math.max(0, Math.min(rows - 1, base + stamp.top() - up + y + near));
                shift = Math.max(shift, edge[row] - stamp.left() - first + distance);
            }
        }
        double most = digits ? 0.35 : 0.15;
        shift = right == NOTHING ? -stamp.left() : Math.max(shift, right - stamp.left() - most * height + Math.min(0, distance));
        int dx = (int) Math.round(shift);
        int dy = (int) Math.round(slope * shift) - up;
        Stamp placed = stamp.movedBy(dx, dy);
        for (int y = 0; y < stamp.height(); y++) {
            int last = lastInk(stamp, y);
            int row = base + stamp.top() - up + y;
            if (last >= 0 && row >= 0 && row < rows) {
                edge[row] = Math.max(edge[row], placed.left() + last);
            }
        }
        return placed;
    }

    private static int firstInk(Stamp stamp, int y) {
        for (int x = 0; x < stamp.width(); x++) {
            if (stamp.ink()[y * stamp.width() + x] > INKED) {
                return x;
            }
        }
        return -1;
    }

    private static int lastInk(Stamp stamp, int y) {
        for (int x = stamp.width() - 1; x >= 0; x--) {
            if (stamp.ink()[y * stamp.width() + x] > INKED) {
                return x;
            }
        }
        return -1;
    }

    private void join(Stamp left, Stamp right) {
        double scale = height / MILLIMETRES;
        double level = random.nextDouble(0.05, 0.35);
        double x0 = left.left() + left.width() * random.nextDouble(0.4, 0.7);
        double x1 = right.left() + right.width() * random.nextDouble(0.3, 0.6);
        stroke(x0, left.top() + level * left.height(), x1, right.top() + level * right.height(), scale);
    }

    private void underline() {
        Stamp last = stamps.get(stamps.size() - 1);
        double bottom = last.top() + last.height() + height * random.nextDouble(0.02, 0.15);
        stroke(last.left() - height * random.nextDouble(0.5, 0.8), bottom, last.left() + last.width(), bottom, height / MILLIMETRES);
    }

    private void stroke(double x0, double y0, double x1, double y1, double scale) {
        List<PenPoint> points = new ArrayList<>();
        double sag = random.nextDouble(-0.1, 0.1) * height;
        for (double t = 0; t <= 1; t += 0.01) {
            points.add(new PenPoint((x0 + t * (x1 - x0)) / scale, (y0 + t * (y1 - y0) + sag * 4 * t * (1 - t)) / scale,
                writer.hand().penWidth()));
        }
        stamps.add(Stamp.of(new Ink(List.of(new PenStroke(points))), scale, pen));
    }
}
