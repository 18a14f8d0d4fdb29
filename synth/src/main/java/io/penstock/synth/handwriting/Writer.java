package io.penstock.synth.handwriting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Somebody who fills in forms, always in the same hand and never twice the same.
 *
 * <p>A writer is drawn from a seed: the same seed and the same calls give the same ink. Not thread-safe.
 */
public final class Writer {

    /** How often a writer keeps to the usual way of writing a symbol. */
    private static final double HABIT = 0.92;

    /** What is written into forms; how a writer writes the rest is decided when it is first asked for. */
    private static final String OF_FORMS = "$,-./0123456789X₹";

    private static final Copybook COPYBOOK = Copybook.load();

    private final Hand hand;
    private final long seed;
    private final RandomGenerator random;
    private final Map<Character, Allograph> habits = new HashMap<>();

    /**
     * Draws a writer.
     *
     * @param seed       decides on the hand and on every stroke
     * @param sloppiness 0 (clear) to 1 (hard to read)
     */
    public Writer(long seed, double sloppiness) {
        if (!(sloppiness >= 0 && sloppiness <= 1)) {
            throw new IllegalArgumentException("sloppiness is from 0 to 1, not " + sloppiness);
        }
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.hand = Hand.draw(sloppiness, random);
        for (char symbol : OF_FORMS.toCharArray()) {
            habits.put(symbol, COPYBOOK.draw(symbol, sloppiness, random));
        }
    }

    /** Returns this writer's hand. */
    public Hand hand() {
        return hand;
    }

    /** Returns all symbols that a writer can write. */
    public Set<Character> symbols() {
        return COPYBOOK.symbols();
    }

    /**
     * Writes one symbol: a digit, {@code X - / , . ' · = $ * R s F r} or {@code ₹}.
     *
     * @param height height of a digit, millimetres; small marks are in proportion
     * @return its ink; the line that digits stand on is at y = 0, the symbol begins near x = 0
     * @throws IllegalArgumentException for another symbol
     */
    public Ink write(char symbol, double height) {
        return switch (symbol) {
            case '\'' -> write(',', height).movedBy(0, -0.85 * height);
            case '·' -> write('.', height).movedBy(0, -0.45 * height);
            case '=' -> write('-', height).movedBy(0, -0.1 * height).and(write('-', height).movedBy(0, 0.15 * height));
            default -> learnt(symbol, height);
        };
    }

    private Ink learnt(char symbol, double height) {
        Allograph drawn = COPYBOOK.draw(symbol, hand.sloppiness(), random);
        Allograph way = random.nextDouble() < HABIT ? habits.computeIfAbsent(symbol, one -> drawn) : drawn;
        Warp warp = new Warp(0.008 + 0.022 * hand.sloppiness(), random);
        Nib nib = new Nib(hand, random);
        RandomGenerator own = new SplittableRandom(seed ^ (way.symbol() * 31L + way.name().hashCode()));
        return new Ink(way.strokes().stream().map(knots -> nib.draw(path(knots, own, warp, height))).toList());
    }

    /**
     * Writes a line without boxes to guide it.
     *
     * @param text     symbols and spaces
     * @param height   height of a digit, millimetres
     * @param touching share (0 to 1) of neighbouring digits that touch each other
     * @return the ink of each symbol, none of a space; the line that digits stand on is near y = 0, the first symbol begins near x = 0
     */
    public List<Ink> writeLine(String text, double height, double touching) {
        Kerning kerning = new Kerning(height);
        double slope = 0.012 * (1 + hand.sloppiness()) * random.nextGaussian();
        Ink line = Ink.none();
        List<Ink> symbols = new ArrayList<>();
        double extra = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                extra = 0.5 * height;
                symbols.add(Ink.none());
                continue;
            }
            Ink next = write(text.charAt(i), height);
            extra += text.charAt(i) == '/' ? 0.12 * height : 0;
            double gap = gap(i > 0 && joined(text.charAt(i - 1), text.charAt(i), touching), height) + extra;
            double dx = line.isEmpty() ? 0 : kerning.shift(line, next, gap, separates(text.charAt(i)) || separates(text.charAt(i - 1)));
            double wander = hand.unsteady() * random.nextGaussian();
            symbols.add(next.movedBy(dx, slope * dx + wander * height));
            line = line.and(symbols.get(i));
            extra = 0;
        }
        return symbols;
    }

    private static boolean separates(char symbol) {
        return ",.'·".indexOf(symbol) >= 0;
    }

    private boolean joined(char left, char right, double touching) {
        return Character.isDigit(left) && Character.isDigit(right) && random.nextDouble() < touching;
    }

    private double gap(boolean joined, double height) {
        if (joined) {
            return -0.6 * hand.penWidth() - 0.03 * height;
        }
        return height * hand.spacing() * (1 + 0.35 * Math.max(-2, Math.min(2, random.nextGaussian())));
    }

    /** The path of one stroke, millimetres: the skeleton, as this writer learnt it, as it comes out this time. */
    private Trace path(List<Knot> knots, RandomGenerator own, Warp warp, double height) {
        double learnt = 0.012 + 0.012 * hand.sloppiness();
        double extent = extent(knots);
        List<Knot> aimed = knots.stream()
            .map(k -> k.movedBy(extent * (learnt * own.nextGaussian() + 0.6 * hand.unsteady() * random.nextGaussian()),
                extent * (learnt * own.nextGaussian() + 0.6 * hand.unsteady() * random.nextGaussian())))
            .toList();
        Trace ideal = Trace.through(aimed).hurried(hand.hurry());
        return placed(warp.apply(ideal.drawnOut(extent * hand.unsteady() * random.nextGaussian())), height);
    }

    /** Small marks stray less than digits: the larger side of a stroke's skeleton, at most 1. */
    private static double extent(List<Knot> knots) {
        double width = knots.stream().mapToDouble(Knot::x).max().orElse(0) - knots.stream().mapToDouble(Knot::x).min().orElse(0);
        double height = knots.stream().mapToDouble(Knot::y).max().orElse(0) - knots.stream().mapToDouble(Knot::y).min().orElse(0);
        return Math.min(1, Math.max(width, height));
    }

    private Trace placed(Trace path, double height) {
        double[] shake = tremor(path.size());
        double[] shiver = tremor(path.size());
        double[] x = IntStream.range(0, path.size())
            .mapToDouble(i -> height * (hand.aspect() * path.x()[i] + hand.slant() * (1 - path.y()[i]) + shake[i])).toArray();
        double[] y = IntStream.range(0, path.size())
            .mapToDouble(i -> height * (path.y()[i] - 1 + shiver[i])).toArray();
        return new Trace(x, y);
    }

    /** A slow random walk that is drawn back to zero. */
    private double[] tremor(int size) {
        double[] shift = new double[size];
        double speed = 0;
        for (int i = 1; i < size; i++) {
            speed = 0.75 * speed + 0.35 * hand.tremor() * random.nextGaussian();
            shift[i] = 0.9 * shift[i - 1] + speed;
        }
        return shift;
    }
}
