package io.penstock.synth.paper;

import io.penstock.segment.geometry.Area;
import java.awt.BasicStroke;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Punch holes, staples, and the holes that staples leave. */
final class Fastenings {

    private static final double BETWEEN_HOLES = 80;
    private static final double BETWEEN_THREE_HOLES = 108;

    private final double width;
    private final double height;
    private final List<Area> targets;
    private final RandomGenerator random;

    Fastenings(FormCopy copy, RandomGenerator random) {
        this.width = copy.form().width();
        this.height = copy.form().height();
        this.targets = copy.rooms();
        this.random = random;
    }

    List<Layer> layers() {
        double kind = random.nextDouble();
        if (kind < 0.45) {
            return holes();
        }
        AffineTransform place = staple();
        return kind < 0.8 ? metal(place) : removed(place);
    }

    /** Two holes or three down the left edge, or along the top; what shows in them is the lid. */
    private List<Layer> holes() {
        boolean down = random.nextDouble() < 0.75;
        double length = down ? height : width;
        boolean three = random.nextInt(4) == 0 && length > 2.3 * BETWEEN_THREE_HOLES;
        double distance = three ? BETWEEN_THREE_HOLES : Math.min(BETWEEN_HOLES / 2, 0.3 * length);
        double inset = 10 + 3 * random.nextDouble();
        double middle = length / 2 + 3 * random.nextGaussian();
        double radius = 2.6 + 0.5 * random.nextDouble();
        List<Shape> discs = new ArrayList<>();
        for (double along : three ? new double[] {-distance, 0, distance} : new double[] {-distance, distance}) {
            discs.add(disc(down ? inset : middle + along, down ? middle + along : inset, radius));
        }
        double lid = random.nextBoolean() ? 25 + 40 * random.nextDouble() : 195 + 40 * random.nextDouble();
        AffineTransform aside = AffineTransform.getTranslateInstance(0.15, 0.2);
        return List.of(filled(discs.stream().map(aside::createTransformedShape).toList(), 110, 0.12), filled(discs, lid, 0.03));
    }

    /** Near a corner as a rule; now and then through a field, where a receipt was. The staple lies along x around 0. */
    private AffineTransform staple() {
        double x = 8 + 8 * random.nextDouble();
        double y = 5 + 7 * random.nextDouble();
        AffineTransform place = AffineTransform.getTranslateInstance(random.nextInt(3) == 0 ? width - x : x, y);
        if (!targets.isEmpty() && random.nextDouble() < 0.3) {
            Area room = targets.get(random.nextInt(targets.size()));
            place = AffineTransform.getTranslateInstance(room.x() + room.width() * random.nextDouble(),
                room.y() + room.height() * random.nextDouble());
        }
        double[] angles = {0, Math.PI / 4, -Math.PI / 4, Math.PI / 2};
        place.rotate(angles[random.nextInt(angles.length)] + 0.12 * random.nextGaussian());
        return place;
    }

    private List<Layer> metal(AffineTransform place) {
        double half = 5.2 + 1.2 * random.nextDouble();
        double grey = 95 + 70 * random.nextDouble();
        return List.of(filled(List.of(bar(place, half, 0.3, 0.75)), 120, 0.15), filled(List.of(bar(place, half, 0, 0.5)), grey, 0.02),
            filled(List.of(bar(place, 0.9 * half, -0.1, 0.14)), 235, 0.02));
    }

    private List<Layer> removed(AffineTransform place) {
        double half = 5.2 + 1.2 * random.nextDouble();
        double radius = 0.25 + 0.2 * random.nextDouble();
        List<Shape> holes = List.of(place.createTransformedShape(disc(-half, 0, radius)),
            place.createTransformedShape(disc(half, 0, radius)));
        return List.of(filled(List.of(bar(place, half, 0, 0.35)), 218, 0.1), filled(holes, 50 + 60 * random.nextDouble(), 0.05));
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape bar(AffineTransform place, double half, double aside, double thick) {
        BasicStroke stroke = new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        return place.createTransformedShape(stroke.createStrokedShape(new Line2D.Double(-half, aside, half, aside)));
    }

    private static Layer filled(List<Shape> shapes, double grey, double smear) {
        return new Layer(graphics -> {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            shapes.forEach(graphics::fill);
        }, new Paint(grey, grey, grey), 0, smear);
    }
}
