package io.penstock.synth.pen;

import io.penstock.segment.form.Comb;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.Writer;
import io.penstock.synth.paper.Layer;
import io.penstock.synth.paper.Layer.Coat;
import io.penstock.synth.paper.Paint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What is left of digits that were rubbed out, in unused boxes and under the right ones, and correction fluid. */
public final class Erasures {

    private static final int CORNERS = 14;

    private final double share;
    private final Writer writer;
    private final RandomGenerator random;
    private final List<Coat> remains = new ArrayList<>();
    private final List<Shape> fluid = new ArrayList<>();
    private final List<Ink> above = new ArrayList<>();

    /**
     * Creates erasures for one sheet.
     *
     * @param share  share of fields in which something was erased
     * @param writer whoever wrote what was erased
     */
    public Erasures(double share, Writer writer, RandomGenerator random) {
        this.share = share;
        this.writer = writer;
        this.random = random;
    }

    /** Returns what of a field's symbols was not written anew on fluid; keeps the rest for {@link #layers}. */
    public List<Ink> erase(List<Ink> symbols, Place place) {
        if (random.nextDouble() >= share) {
            return symbols;
        }
        List<Area> rooms = place instanceof Place.Boxes boxes ? boxes(boxes) : rooms(place.area(), symbols);
        List<Ink> kept = new ArrayList<>(symbols);
        boolean white = random.nextDouble() < 0.35;
        double cover = 0.15 + 0.5 * random.nextDouble();
        int count = 1 + random.nextInt(Math.min(4, rooms.size()));
        // mostly where nothing stands: that is where remains are mistaken for digits
        int from = random.nextDouble() < 0.65 ? firstUnused(rooms, symbols, count) : random.nextInt(rooms.size() - count + 1);
        for (Area room : rooms.subList(from, from + count)) {
            Ink wrong = wrong(room);
            remains.add(new Coat(wrong, white ? 0.9 : cover * (0.8 + 0.4 * random.nextDouble())));
            if (white) {
                fluid.add(blob(room));
                rewrite(kept, room);
            }
        }
        return kept;
    }

    private static List<Area> boxes(Place.Boxes boxes) {
        List<Area> all = new ArrayList<>();
        for (Comb comb : boxes.combs()) {
            for (int i = 0; i < comb.boxes(); i++) {
                all.add(comb.box(i));
            }
        }
        return all;
    }

    /** A line without boxes, cut into rooms for a digit. */
    private static List<Area> rooms(Area area, List<Ink> symbols) {
        Rectangle2D written = Ink.of(symbols).bounds();
        double height = symbols.isEmpty() ? 0.6 * area.height() : written.getHeight();
        int count = (int) Math.max(1, Math.min(12, area.width() / (0.75 * height)));
        return boxes(new Place.Boxes(List.of(new Comb(area, count))));
    }

    private int firstUnused(List<Area> rooms, List<Ink> symbols, int count) {
        List<Integer> free = Stream.iterate(0, i -> i + 1).limit(rooms.size() - count + 1L)
            .filter(i -> rooms.subList(i, i + count).stream().noneMatch(room -> symbols.stream().anyMatch(ink -> stands(ink, room))))
            .toList();
        return free.isEmpty() ? random.nextInt(rooms.size() - count + 1) : free.get(random.nextInt(free.size()));
    }

    private static boolean stands(Ink ink, Area room) {
        Rectangle2D bounds = ink.bounds();
        return !ink.isEmpty() && bounds.getCenterX() >= room.x() && bounds.getCenterX() < room.right()
            && bounds.getCenterY() >= room.y() && bounds.getCenterY() < room.bottom();
    }

    private Ink wrong(Area room) {
        Ink digit = writer.write((char) ('0' + random.nextInt(10)), 0.62 * room.height());
        double x = room.x() + room.width() * (0.5 + 0.1 * random.nextGaussian());
        double y = room.y() + room.height() * (0.5 + 0.06 * random.nextGaussian());
        return digit.movedBy(x - digit.bounds().getCenterX(), y - digit.bounds().getCenterY());
    }

    private void rewrite(List<Ink> kept, Area room) {
        for (int i = 0; i < kept.size(); i++) {
            if (stands(kept.get(i), room)) {
                above.add(kept.get(i));
                kept.set(i, Ink.none());
            }
        }
    }

    /** A dab of fluid: it runs over the lines of the box here and there, and misses a corner. */
    private Shape blob(Area room) {
        Path2D blob = new Path2D.Double();
        double x = room.x() + room.width() / 2 + 0.3 * random.nextGaussian();
        double y = room.y() + room.height() / 2 + 0.3 * random.nextGaussian();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            double reach = 0.95 + 0.25 * random.nextDouble();
            // between an ellipse and the box
            double square = 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
            double px = x + reach * Math.sqrt(square) * room.width() / 2 * Math.cos(angle);
            double py = y + reach * Math.sqrt(square) * room.height() / 2 * Math.sin(angle);
            if (i == 0) {
                blob.moveTo(px, py);
            } else {
                blob.lineTo(px, py);
            }
        }
        blob.closePath();
        return blob;
    }

    /**
     * Returns what lies on the sheet, if anything.
     *
     * @param pen      the pen's colour
     * @param strength how much of the paper its ink covers
     */
    public List<Layer> layers(Paint pen, double strength) {
        List<Layer> layers = new ArrayList<>();
        if (!remains.isEmpty()) {
            double lead = 70 + 50 * random.nextDouble();
            layers.add(Layer.of(remains, new Paint(lead, lead, lead), 0.5, 0.05 + 0.2 * random.nextDouble()));
        }
        if (!fluid.isEmpty()) {
            double white = 249 + 6 * random.nextDouble();
            layers.add(new Layer(graphics -> fluid.forEach(blob -> rim(graphics, blob)), new Paint(190, 190, 190), 0, 0.12));
            layers.add(new Layer(graphics -> fluid.forEach(blob -> dab(graphics, blob)), new Paint(white, white, white), 0, 0.1));
        }
        if (!above.isEmpty()) {
            layers.add(Layer.of(List.of(new Coat(Ink.of(above), strength)), pen, 0.5, 0));
        }
        return layers;
    }

    /** The edge of a dab throws a thin shadow. */
    private static void rim(Graphics2D graphics, Shape blob) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.GRAY);
        graphics.setStroke(new BasicStroke(0.25f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(blob);
    }

    /** What lies under it shines through a little. */
    private static void dab(Graphics2D graphics, Shape blob) {
        graphics.setColor(new Color(240, 240, 240));
        graphics.fill(blob);
    }
}
