package io.penstock.synth.pen;

import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.PenPoint;
import io.penstock.synth.handwriting.PenStroke;
import io.penstock.synth.paper.Layer;
import io.penstock.synth.paper.Layer.Coat;
import io.penstock.synth.paper.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Pens that start or run dry within a field, digits fainter than their neighbours, and pencil beside black print. */
public final class Fading {

    /** Points of a stroke that share one strength. */
    private static final int PIECE = 4;
    private static final double PEN_SKIPS = 0.35;
    private static final double PENCIL_SKIPS = 0.6;

    private final double share;
    private final RandomGenerator random;
    private final List<Coat> penned = new ArrayList<>();
    private final List<Coat> pencilled = new ArrayList<>();

    /**
     * Creates pens for one sheet.
     *
     * @param share share of fields that are faint, wholly or in part
     */
    public Fading(double share, RandomGenerator random) {
        this.share = share;
        this.random = random;
    }

    /** Returns what of a field's symbols is as dark as ever; keeps the rest for {@link #layers}. */
    public List<Ink> fade(List<Ink> symbols) {
        List<Integer> inked = IntStream.range(0, symbols.size()).filter(i -> !symbols.get(i).isEmpty()).boxed().toList();
        if (inked.isEmpty() || random.nextDouble() >= share) {
            return symbols;
        }
        double kind = random.nextDouble();
        if (kind < 0.45) {
            return without(symbols, some(inked));
        }
        if (kind < 0.7) {
            dry(Ink.of(symbols));
        } else {
            // the grain takes some of it away: what is left is 40 to 60 % of black
            pencilled.add(new Coat(Ink.of(symbols).widened(0.9 + 0.5 * random.nextDouble()), 0.75 + 0.25 * random.nextDouble()));
        }
        return List.of();
    }

    /** One digit, two, or a run up to half of them; the first and the last more often than others. */
    private List<Integer> some(List<Integer> inked) {
        double many = random.nextDouble();
        int count = Math.min(inked.size(), many < 0.6 ? 1 : many < 0.85 ? 2 : 1 + inked.size() / 2);
        double where = random.nextDouble();
        int last = inked.size() - count;
        int from = where < 0.3 ? 0 : where < 0.6 ? last : random.nextInt(last + 1);
        return inked.subList(from, from + count);
    }

    private List<Ink> without(List<Ink> symbols, List<Integer> faint) {
        List<Ink> dark = new ArrayList<>(symbols);
        double cover = 0.3 + 0.3 * random.nextDouble();
        for (int at : faint) {
            penned.add(new Coat(symbols.get(at), Math.min(0.6, cover * (0.9 + 0.2 * random.nextDouble()))));
            dark.set(at, Ink.none());
        }
        return dark;
    }

    /** Fainter and fainter from some place on, or darker and darker up to it. */
    private void dry(Ink ink) {
        Rectangle2D bounds = ink.bounds();
        boolean starts = random.nextInt(3) == 0;
        double from = 0.4 * random.nextDouble();
        double least = 0.25 + 0.3 * random.nextDouble();
        for (PenStroke stroke : ink.strokes()) {
            List<PenPoint> points = stroke.points();
            for (int i = 0; i < points.size(); i += PIECE) {
                // one point more, so that no gap opens between two pieces
                List<PenPoint> piece = points.subList(i, Math.min(points.size(), i + PIECE + 1));
                double along = (piece.get(0).x() - bounds.getMinX()) / bounds.getWidth();
                double gone = Math.max(0, ((starts ? 1 - along : along) - from) / (1 - from));
                penned.add(new Coat(new Ink(List.of(new PenStroke(piece))), 1 - (1 - least) * Math.min(1, gone)));
            }
        }
    }

    /**
     * Returns what is faint on the sheet, if anything.
     *
     * @param pen      the pen's colour
     * @param strength how much of the paper its ink covers elsewhere
     */
    public List<Layer> layers(Paint pen, double strength) {
        List<Layer> layers = new ArrayList<>();
        if (!penned.isEmpty()) {
            List<Coat> coats = penned.stream().map(coat -> new Coat(coat.ink(), strength * coat.cover())).toList();
            layers.add(Layer.of(coats, pen, PEN_SKIPS, 0));
        }
        if (!pencilled.isEmpty()) {
            double lead = 75 + 25 * random.nextDouble();
            layers.add(Layer.of(pencilled, new Paint(lead, lead, lead + 3), PENCIL_SKIPS, 0));
        }
        return layers;
    }
}
