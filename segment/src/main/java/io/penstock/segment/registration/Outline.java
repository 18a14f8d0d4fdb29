package io.penstock.segment.registration;

import io.penstock.segment.form.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lines of a form for a quick look: those that continue each other joined to one.
 *
 * @param lines   joined lines, longest first
 * @param rows    level lines by height, millimetres
 * @param columns upright lines by place along x, millimetres
 */
record Outline(List<Line> lines, Rulings rows, Rulings columns) {

    private static final double SAME_PLACE_MM = 0.3;
    private static final double GAP_MM = 0.6;

    /** Joins lines. */
    static Outline of(List<Line> lines) {
        List<Line> joined = join(lines);
        joined.sort(Comparator.comparingDouble(Line::length).reversed());
        return new Outline(joined, Rulings.of(joined, true), Rulings.of(joined, false));
    }

    private static List<Line> join(List<Line> lines) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(Line::from));
        List<Line> joined = new ArrayList<>();
        for (Line line : sorted) {
            int before = -1;
            for (int i = 0; i < joined.size() && before < 0; i++) {
                before = continues(joined.get(i), line) ? i : -1;
            }
            if (before < 0) {
                joined.add(line);
            } else {
                Line first = joined.get(before);
                joined.set(before, new Line(first.horizontal(), first.at(), first.from(), Math.max(first.to(), line.to())));
            }
        }
        return joined;
    }

    private static boolean continues(Line first, Line second) {
        return first.horizontal() == second.horizontal() && Math.abs(first.at() - second.at()) < SAME_PLACE_MM
            && second.from() <= first.to() + GAP_MM;
    }
}
