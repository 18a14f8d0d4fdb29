package io.penstock.synth.paper;

import io.penstock.segment.geometry.Area;
import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.PenPoint;
import io.penstock.synth.handwriting.PenStroke;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import io.penstock.synth.paper.Layer.Coat;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What lies on a sheet or was done to it: hairs, folds, staples and punch holes. */
public final class Debris {

    private static final double STEP = 0.25;

    private final Mishaps mishaps;
    private final FormCopy copy;
    private final List<Area> targets;
    private final double width;
    private final double height;
    private final long page;

    /**
     * Creates the debris of one sheet.
     *
     * @param page decides on everything that is left to chance
     */
    public Debris(Mishaps mishaps, FormCopy copy, long page) {
        this.mishaps = mishaps;
        this.copy = copy;
        this.targets = copy.rooms();
        this.width = copy.form().width();
        this.height = copy.form().height();
        this.page = page;
    }

    /** Returns what lies on the sheet, if anything. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        if (mishaps.any(Mishap.CREASES)) {
            layers.addAll(creases(Mishap.CREASES.chance(page)));
        }
        RandomGenerator fastened = Mishap.STAPLES.chance(page);
        if (fastened.nextDouble() < mishaps.strength(Mishap.STAPLES)) {
            layers.addAll(new Fastenings(copy, fastened).layers());
        }
        if (mishaps.any(Mishap.HAIRS)) {
            layers.add(hairs(Mishap.HAIRS.chance(page)));
        }
        return layers;
    }

    /** A place on the sheet; {@code aimed} of them in a box or a free field. */
    private double[] place(double aimed, RandomGenerator random) {
        Area area = !targets.isEmpty() && random.nextDouble() < aimed ? targets.get(random.nextInt(targets.size()))
            : new Area(0, 0, width, height);
        return new double[] {area.x() + area.width() * (0.1 + 0.8 * random.nextDouble()),
            area.y() + area.height() * (0.1 + 0.8 * random.nextDouble())};
    }

    private Layer hairs(RandomGenerator random) {
        List<Coat> hairs = new ArrayList<>();
        int count = Mishap.count(mishaps.strength(Mishap.HAIRS), 6, random);
        for (int i = 0; i < count; i++) {
            hairs.add(new Coat(new Ink(List.of(hair(random))), 0.65 + 0.35 * random.nextDouble()));
        }
        double dark = 25 + 40 * random.nextDouble();
        return Layer.of(hairs, new Paint(dark + 14 * random.nextDouble(), dark + 6 * random.nextDouble(), dark), 0.15, 0);
    }

    /** A fibre of 5 to 25 mm that bends one way and the other; its middle is at the place. */
    private PenStroke hair(RandomGenerator random) {
        double[] middle = place(0.55, random);
        double length = 5 + 20 * random.nextDouble() * random.nextDouble();
        double thick = 0.08 + 0.1 * random.nextDouble();
        double heading = 2 * Math.PI * random.nextDouble();
        double bend = 0.12 * random.nextGaussian();
        List<double[]> path = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (double at = 0; at < length; at += STEP) {
            path.add(new double[] {x, y});
            bend = 0.96 * bend + 0.02 * random.nextGaussian();
            heading += STEP * bend * 4;
            x += STEP * Math.cos(heading);
            y += STEP * Math.sin(heading);
        }
        double[] centre = path.get(path.size() / 2);
        return new PenStroke(path.stream()
            .map(p -> new PenPoint(p[0] - centre[0] + middle[0], p[1] - centre[1] + middle[1], thick)).toList());
    }

    /** Folds: a dark furrow and a light ridge beside it where the print has flaked off. */
    private List<Layer> creases(RandomGenerator random) {
        List<Coat> furrows = new ArrayList<>();
        List<Coat> ridges = new ArrayList<>();
        int count = Mishap.count(mishaps.strength(Mishap.CREASES), 3, random);
        for (int i = 0; i < count; i++) {
            double[] through = place(0.7, random);
            double direction = direction(random);
            double kind = random.nextDouble();
            double offset = 0.12 + 0.2 * random.nextDouble();
            if (kind < 0.75) {
                fold(furrows, through, direction, 0, 0.2 + 0.6 * random.nextDouble(), random);
            }
            if (kind > 0.4) {
                fold(ridges, through, direction, kind < 0.75 ? offset : 0, 0.35 + 0.5 * random.nextDouble(), random);
            }
        }
        double dark = 60 + 60 * random.nextDouble();
        return List.of(Layer.of(ridges, new Paint(252, 252, 250), 0.5, 0.03), Layer.of(furrows, new Paint(dark, dark, dark), 0.6, 0.04));
    }

    /** Mostly straight across or straight down, now and then a corner. */
    private static double direction(RandomGenerator random) {
        double kind = random.nextDouble();
        double askew = 0.012 * random.nextGaussian();
        return kind < 0.45 ? askew : kind < 0.85 ? Math.PI / 2 + askew : Math.PI * random.nextDouble();
    }

    /** Draws one line over the whole sheet, wavering and stronger here than there. */
    private void fold(List<Coat> coats, double[] through, double direction, double beside, double cover, RandomGenerator random) {
        double reach = Math.hypot(width, height);
        double thick = 0.08 + 0.27 * random.nextDouble();
        double waver = 0;
        double strength = 1;
        double[] before = null;
        for (double at = -reach; at < reach; at += 4 * STEP) {
            waver = 0.9 * waver + 0.04 * random.nextGaussian();
            strength = Math.max(0.3, Math.min(1, strength + 0.12 * random.nextGaussian()));
            double x = through[0] + at * Math.cos(direction) - (waver + beside) * Math.sin(direction);
            double y = through[1] + at * Math.sin(direction) + (waver + beside) * Math.cos(direction);
            boolean inside = x > 0 && x < width && y > 0 && y < height;
            if (inside && before != null) {
                coats.add(new Coat(new Ink(List.of(new PenStroke(List.of(new PenPoint(before[0], before[1], thick),
                    new PenPoint(x, y, thick))))), cover * strength));
            }
            before = inside ? new double[] {x, y} : null;
        }
    }
}
