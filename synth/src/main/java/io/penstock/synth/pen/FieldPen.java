package io.penstock.synth.pen;

import io.penstock.segment.form.Comb;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.synth.form.Entry;
import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.Writer;
import io.penstock.synth.option.PenOptions;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes entries where their fields stand on the form, millimetres from its top left corner. */
public final class FieldPen {

    /** Least distance between ink and the centre of a printed line, millimetres. */
    static final double CLEARANCE = 0.45;

    private static final char EMPTY = '_';

    private final Writer writer;
    private final PenOptions options;
    private final RandomGenerator random;
    private final double boxShare;
    private final double lineShare;

    public FieldPen(Writer writer, PenOptions options, RandomGenerator random) {
        this.writer = writer;
        this.options = options;
        this.random = random;
        this.boxShare = 0.60 + 0.14 * random.nextDouble();
        this.lineShare = 0.48 + 0.14 * random.nextDouble();
    }

    /**
     * Writes one entry; its field stands at the given place on this copy of the form.
     *
     * @return the ink of each symbol that is penned; none in empty boxes and spaces
     */
    public List<Ink> write(Entry entry, Place place) {
        if (place instanceof Place.Boxes boxes) {
            return inBoxes(entry.penned(), boxes);
        }
        return entry.penned().isEmpty() ? List.of() : onLine(entry.penned(), place.area());
    }

    private List<Ink> inBoxes(String penned, Place.Boxes boxes) {
        List<Ink> symbols = new ArrayList<>();
        for (Comb comb : boxes.combs()) {
            for (int i = 0; i < comb.boxes(); i++) {
                char symbol = penned.charAt(symbols.size());
                symbols.add(symbol == EMPTY ? Ink.none() : inBox(symbol, comb.box(i)));
            }
        }
        return symbols;
    }

    private Ink inBox(char symbol, Area box) {
        double height = Math.min(boxShare * box.height(), 1.15 * box.width());
        Ink ink = fitted(writer.write(symbol, height), box.grow(-CLEARANCE));
        double unsteady = 0.05 * (1 + options.sloppiness());
        double x = box.x() + box.width() / 2 + unsteady * box.width() * random.nextGaussian();
        double y = box.y() + box.height() / 2 + unsteady * box.height() * random.nextGaussian();
        Ink placed = kept(centred(ink, x, y), box.grow(-CLEARANCE));
        return random.nextDouble() < options.touching() ? placed.movedBy(box.right() - placed.bounds().getMaxX() + 0.2, 0) : placed;
    }

    private List<Ink> onLine(String line, Area area) {
        double height = Math.min(lineShare * area.height(), 6.5);
        Area room = area.grow(-CLEARANCE - 0.3);
        List<Ink> symbols = writer.writeLine(line, height, options.touching());
        Ink ink = fitted(Ink.of(symbols), room);
        double spare = room.width() - ink.bounds().getWidth();
        double x = room.x() + ink.bounds().getWidth() / 2 + spare * (0.05 + 0.3 * random.nextDouble());
        double y = area.y() + area.height() / 2 + 0.04 * area.height() * random.nextGaussian();
        return apart(kept(centred(ink, x, y), room), symbols);
    }

    /** The ink of a line as that of its symbols again. */
    private static List<Ink> apart(Ink line, List<Ink> symbols) {
        List<Ink> placed = new ArrayList<>();
        int from = 0;
        for (Ink symbol : symbols) {
            int to = from + symbol.strokes().size();
            placed.add(new Ink(line.strokes().subList(from, to)));
            from = to;
        }
        return placed;
    }

    private static Ink fitted(Ink ink, Area room) {
        Rectangle2D bounds = ink.bounds();
        double share = Math.min(1, Math.min(room.width() / bounds.getWidth(), room.height() / bounds.getHeight()));
        // The pen's width does not shrink along, hence a little more than the share of the bounds.
        return share < 1 ? ink.scaledBy(0.9 * share, 0.9 * share) : ink;
    }

    private static Ink centred(Ink ink, double x, double y) {
        Rectangle2D bounds = ink.bounds();
        return ink.movedBy(x - bounds.getCenterX(), y - bounds.getCenterY());
    }

    private static Ink kept(Ink ink, Area room) {
        Rectangle2D bounds = ink.bounds();
        double dx = Math.max(0, room.x() - bounds.getMinX()) - Math.max(0, bounds.getMaxX() - room.right());
        double dy = Math.max(0, room.y() - bounds.getMinY()) - Math.max(0, bounds.getMaxY() - room.bottom());
        return ink.movedBy(dx, dy);
    }
}
