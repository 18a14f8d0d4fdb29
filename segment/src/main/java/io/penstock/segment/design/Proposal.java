package io.penstock.segment.design;

import io.penstock.segment.form.Comb;
import io.penstock.segment.geometry.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A form as it looks from its print alone.
 *
 * @param width     width of the page, mm
 * @param height    height of the page, mm
 * @param combs     rows of like boxes, in reading order
 * @param frees     single boxes to write in, in reading order
 * @param fiducials filled rectangles
 * @param frames    larger rectangles of lines
 */
record Proposal(double width, double height, List<Comb> combs, List<Area> frees, List<Area> fiducials, List<Area> frames) {

    private static final double SAME_MM = 0.8;
    private static final double GAP_MM = 1.2;
    private static final double ALIKE = 0.2;
    private static final double MOST_BOX_MM = 14;
    private static final double LEAST_HEIGHT_MM = 4;
    private static final double MOST_HEIGHT_MM = 22;
    private static final double LEAST_FREE_MM = 12;
    private static final double MOST_FREE_MM = 110;
    private static final double SHEET_MM = 7;
    private static final Comparator<Area> READING = Comparator.comparingLong((Area area) -> Math.round(area.y() / 4))
        .thenComparingDouble(Area::x);

    /** Sorts what is printed on a page into combs, fields without boxes and frames. */
    static Proposal of(Print print) {
        List<Area> left = new ArrayList<>(print.cells().stream().sorted(READING).toList());
        List<Comb> combs = new ArrayList<>();
        for (Area first : List.copyOf(left)) {
            List<Area> row = left.contains(first) && isBox(first) ? row(first, left) : List.of();
            if (row.size() > 1) {
                left.removeAll(row);
                Area whole = row.stream().reduce(Area::union).orElseThrow();
                combs.add(new Comb(whole, (int) Math.round(whole.width() / first.width())));
            }
        }
        List<Area> frees = left.stream().filter(Proposal::isFree).toList();
        List<Area> frames = left.stream().filter(cell -> !isFree(cell) && !isBox(cell) && !isSheet(cell, print)).toList();
        return new Proposal(print.width(), print.height(), combs, frees, print.fiducials(), frames);
    }

    /** The cells of a row of boxes that begins with a first one; none where it has fewer than two. */
    private static List<Area> row(Area first, List<Area> cells) {
        List<Area> used = new ArrayList<>(List.of(first));
        double right = first.right();
        for (List<Area> box = beside(first, right, cells); !box.isEmpty(); box = beside(first, right, cells)) {
            used.addAll(box);
            right = box.get(box.size() - 1).right();
        }
        return used;
    }

    /** The next box of a row: one cell as wide as the first, or several that are, because a long stroke cuts the box in pieces. */
    private static List<Area> beside(Area first, double from, List<Area> cells) {
        List<Area> pieces = new ArrayList<>();
        double right = from;
        while (right - from < (1 - ALIKE) * first.width()) {
            double at = right;
            Area next = cells.stream().filter(cell -> Math.abs(cell.x() - at) < GAP_MM && cell.right() > at + GAP_MM
                && Math.abs(cell.y() - first.y()) < SAME_MM && Math.abs(cell.bottom() - first.bottom()) < SAME_MM).findFirst().orElse(null);
            if (next == null) {
                return List.of();
            }
            pieces.add(next);
            right = next.right();
        }
        return right - from <= (1 + ALIKE) * first.width() ? pieces : List.of();
    }

    /** The edge of a sheet that is smaller than the glass looks like a frame, but lies elsewhere on each scan. */
    private static boolean isSheet(Area cell, Print print) {
        return cell.x() < SHEET_MM && cell.y() < SHEET_MM && print.width() - cell.right() < SHEET_MM
            && print.height() - cell.bottom() < SHEET_MM;
    }

    private static boolean isBox(Area cell) {
        return cell.width() <= MOST_BOX_MM && cell.height() >= LEAST_HEIGHT_MM && cell.height() <= MOST_HEIGHT_MM
            && cell.width() < 1.7 * cell.height();
    }

    private static boolean isFree(Area cell) {
        return cell.width() >= LEAST_FREE_MM && cell.width() <= MOST_FREE_MM && cell.height() >= LEAST_HEIGHT_MM
            && cell.height() <= MOST_HEIGHT_MM && cell.width() > 1.7 * cell.height();
    }

    /** Returns how many boxes it has. */
    int boxes() {
        return combs.stream().mapToInt(Comb::boxes).sum();
    }

    /** Returns whether another one has a comb of as many boxes at the same place, once it is shifted by what the two mostly differ in. */
    boolean confirmedBy(Proposal other, Comb comb) {
        double[] shift = shiftTo(other);
        return other.combs.stream().anyMatch(one -> one.boxes() == comb.boxes()
            && Math.hypot(one.area().x() - comb.area().x() - shift[0], one.area().y() - comb.area().y() - shift[1]) < 3 * SAME_MM);
    }

    private double[] shiftTo(Proposal other) {
        List<double[]> shifts = new ArrayList<>();
        for (Comb mine : combs) {
            other.combs.stream().filter(theirs -> theirs.boxes() == mine.boxes())
                .forEach(theirs -> shifts.add(new double[] {theirs.area().x() - mine.area().x(), theirs.area().y() - mine.area().y()}));
        }
        return shifts.stream().max(Comparator.comparingLong(one -> shifts.stream()
            .filter(two -> Math.hypot(one[0] - two[0], one[1] - two[1]) < 2 * SAME_MM).count())).orElse(new double[2]);
    }

    /** Returns the same with only some of its combs. */
    Proposal keeping(List<Comb> kept) {
        return new Proposal(width, height, kept, frees, fiducials, frames);
    }
}
