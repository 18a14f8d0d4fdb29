package io.penstock.segment.registration;

import io.penstock.segment.registration.Pass.Look;
import io.penstock.segment.registration.print.PrintMap;
import io.penstock.segment.registration.print.Quadrangle;
import java.util.ArrayList;
import java.util.List;

/**
 * What is on a page beside the form that was found first: further forms, and print that looks like more of one.
 *
 * <p>One scanner drew them all: further forms are looked for at the scale of the first alone. Where little ink is left, nothing is.
 */
final class Rest {

    /** More forms than that on a page are not looked for. */
    private static final int MOST = 24;
    /** How far beyond its sheet a form's print, and the sheet's edge, may be seen, millimetres. */
    private static final double MARGIN_MM = 1.5;
    /** Least length of lines, level and upright, that looks like a form, millimetres. */
    private static final double LEVEL_MM = 30;
    private static final double UPRIGHT_MM = 15;
    /** Lines of one direction that look like a form without any of the other. */
    private static final int RULINGS = 3;

    private final PrintMap map;
    private final List<PreparedForm> forms;

    Rest(PrintMap map, List<PreparedForm> forms) {
        this.map = map;
        this.forms = forms;
    }

    /** Returns all forms of the page, of which one is found. */
    Registrations after(Registration.Found first) {
        List<Registration.Found> found = new ArrayList<>(List.of(first));
        double pixelsPerMm = map.fromPage().after(first.transform()).scaleAt(first.form().width() / 2, first.form().height() / 2);
        while (found.size() < MOST) {
            List<Quadrangle> covered = found.stream().map(form -> form.sheet(MARGIN_MM)).toList();
            if (map.inkOutside(covered) < (LEVEL_MM + UPRIGHT_MM) * pixelsPerMm) {
                return new Registrations(first, found, false);
            }
            PrintMap left = map.without(covered);
            if (!resemblesAForm(left, pixelsPerMm)) {
                return new Registrations(first, found, false);
            }
            Attempt next = best(left, pixelsPerMm);
            if (next == null || !next.accepted()) {
                return new Registrations(first, found, true);
            }
            found.add(next.found(left));
        }
        return new Registrations(first, found, true);
    }

    /** Returns whether there are lines of both directions, or several of one: a streak, a fold or an edge is a single one. */
    private static boolean resemblesAForm(PrintMap left, double pixelsPerMm) {
        return left.lines(true) >= LEVEL_MM * pixelsPerMm && left.lines(false) >= UPRIGHT_MM * pixelsPerMm
            || rulings(left, true, pixelsPerMm) >= RULINGS || rulings(left, false, pixelsPerMm) >= RULINGS;
    }

    private static int rulings(PrintMap left, boolean level, double pixelsPerMm) {
        return Rulings.of(left.sums(), level, (int) (LEVEL_MM * pixelsPerMm), 0, level ? left.width() : left.height()).count();
    }

    private Attempt best(PrintMap left, double pixelsPerMm) {
        CoarseSearch search = new CoarseSearch(left, pixelsPerMm, true);
        Pass glance = new Pass(search, left, Look.CLEARLY, false);
        Attempt clear = glance.best(forms);
        return clear != null && clear.settled() ? glance.orLarger(clear, forms) : new Pass(search, left, Look.CLOSELY, false).best(forms);
    }
}
