package io.penstock.segment.registration;

import io.penstock.segment.form.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Places on a form at which print is looked for, each on a level or on an upright line.
 *
 * @param x     place, millimetres; not to be changed
 * @param y     place, millimetres; not to be changed
 * @param level whether the line there is level; not to be changed
 */
record Samples(double[] x, double[] y, boolean[] level) {

    private static final double APART_MM = 1.5;
    private static final int FEWEST = 2;
    /** How far beyond a line's ends the page is looked at, millimetres. */
    private static final double[] BEYOND_MM = {1.2, 2.2};
    private static final double SAME_LINE_MM = 1.5;
    private static final double SAME_END_MM = 0.5;

    /** Returns places along lines, about {@value #APART_MM} mm apart. */
    static Samples along(List<Line> lines) {
        Collector places = new Collector();
        for (Line line : lines) {
            int count = Math.max(FEWEST, (int) (line.length() / APART_MM));
            for (int i = 0; i < count; i++) {
                places.add(line, line.from() + (i + 0.5) * line.length() / count);
            }
        }
        return places.samples();
    }

    /**
     * Returns places just beyond the ends of lines, but for those where another of the lines is: for the ends on the left, the right, the
     * top and the bottom.
     */
    static List<Samples> beyond(List<Line> lines) {
        return List.of(beyond(lines, true, false), beyond(lines, true, true), beyond(lines, false, false), beyond(lines, false, true));
    }

    private static Samples beyond(List<Line> lines, boolean horizontal, boolean last) {
        Collector places = new Collector();
        for (Line line : lines) {
            for (double far : BEYOND_MM) {
                if (line.horizontal() == horizontal) {
                    places.addFree(line, last ? line.to() + far : line.from() - far, lines);
                }
            }
        }
        return places.samples();
    }

    int count() {
        return x.length;
    }

    /** Places while they are collected. */
    private static final class Collector {

        private final List<double[]> places = new ArrayList<>();
        private final List<Boolean> level = new ArrayList<>();

        void add(Line line, double along) {
            places.add(line.horizontal() ? new double[] {along, line.at()} : new double[] {line.at(), along});
            level.add(line.horizontal());
        }

        void addFree(Line line, double along, List<Line> lines) {
            boolean taken = lines.stream().anyMatch(other -> other.horizontal() == line.horizontal()
                && Math.abs(other.at() - line.at()) < SAME_LINE_MM && along >= other.from() - SAME_END_MM
                && along <= other.to() + SAME_END_MM);
            if (!taken) {
                add(line, along);
            }
        }

        Samples samples() {
            boolean[] levels = new boolean[level.size()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = level.get(i);
            }
            return new Samples(places.stream().mapToDouble(place -> place[0]).toArray(),
                places.stream().mapToDouble(place -> place[1]).toArray(), levels);
        }
    }
}
