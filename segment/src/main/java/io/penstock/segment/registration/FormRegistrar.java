package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import io.penstock.segment.image.PageImage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Point;

/** Finds which of several forms lies on a page, and where. Stateless, thread-safe. */
public final class FormRegistrar {

    private static final double MM_PER_INCH = 25.4;
    private static final int TOLERANCE = 4;
    private static final int CANDIDATES = 4;
    private static final double GOOD_ENOUGH = 0.9;
    private static final double MAX_CONTRARY = 0.3;
    private static final double MAX_MISSING = 0.4;
    private static final double MAX_DISTORTION = 0.08;
    private static final double MIN_INSIDE = 0.85;
    private static final double SETTLED = 0.85;
    private static final double MINOR = 0.6;
    private static final int GRID = 10;

    /**
     * Looks for forms on a page.
     *
     * @param page  the page, upright as the document shows it; it may still be tilted or upside down
     * @param dpi   its stated resolution in dots per inch, or null
     * @param forms forms to look for
     */
    public Registration register(PageImage page, Double dpi, Collection<FormDefinition> forms) {
        PrintMap map = PrintMap.of(page);
        PrintSums sums = new PrintSums(map, TOLERANCE);
        double pixelsPerMm = dpi == null ? Double.NaN : dpi / page.reduction() / MM_PER_INCH * map.fromPage().scaleAt(0, 0);
        Attempt best = null;
        for (FormDefinition form : mostPrintedFirst(forms)) {
            if (best != null && best.settles(form)) {
                continue;
            }
            Attempt attempt = attempt(form, map, new CoarseSearch(map, sums), pixelsPerMm);
            if (attempt != null && (best == null || attempt.score() > best.score())) {
                best = attempt;
            }
        }
        if (best == null) {
            return new Registration.NotFound(null, Double.POSITIVE_INFINITY, 0);
        }
        Fit.Result fit = best.fit;
        if (!best.accepted()) {
            return new Registration.NotFound(best.form, fit.residual(), fit.support());
        }
        Homography toPage = map.fromPage().inverse().after(fit.transform()).after(best.geometry.fromForm());
        return new Registration.Found(best.form, toPage, fit.residual(), fit.support());
    }

    /**
     * One form placed on a page.
     *
     * @param inside share (0 to 1) of the form's sheet that lies on the page
     */
    private record Attempt(FormDefinition form, Geometry geometry, Fit.Result fit, double inside) {

        boolean accepted() {
            return fit.support() >= form.minSupport() && fit.residual() <= form.maxResidual() && fit.contrary() <= MAX_CONTRARY
                && fit.missing() <= MAX_MISSING && inside >= MIN_INSIDE && fit.transform().distortion() <= MAX_DISTORTION;
        }

        /** Returns whether this form explains so much more of the page than another could that the other need not be looked for. */
        boolean settles(FormDefinition other) {
            return accepted() && fit.support() > SETTLED && printed(other) < MINOR * printed(form);
        }

        double score() {
            double margin = fit.support() - form.minSupport();
            return (accepted() ? 1 : 0) + margin - fit.contrary() / 2 - fit.missing() / 2 + 1e-5 * fit.samples();
        }
    }

    private static List<FormDefinition> mostPrintedFirst(Collection<FormDefinition> forms) {
        return forms.stream().sorted(Comparator.comparingDouble(FormRegistrar::printed).reversed()).toList();
    }

    /** Returns the length of all printed lines of a form, millimetres. */
    private static double printed(FormDefinition form) {
        return form.rigidLines().stream().mapToDouble(Line::length).sum();
    }

    private static Attempt attempt(FormDefinition form, PrintMap map, CoarseSearch search, double pixelsPerMm) {
        Geometry upright = Geometry.of(form);
        Geometry quarter = upright.turned();
        Geometry half = quarter.turned();
        boolean sameShape = map.width() > map.height() == form.width() > form.height();
        Attempt best = best(form, map, search, pixelsPerMm, sameShape ? upright : quarter, sameShape ? half : half.turned());
        if (best != null && best.accepted()) {
            return best;
        }
        Attempt other = best(form, map, search, pixelsPerMm, sameShape ? quarter : upright, sameShape ? half.turned() : half);
        return other != null && (best == null || other.score() > best.score()) ? other : best;
    }

    private static Attempt best(FormDefinition form, PrintMap map, CoarseSearch search, double pixelsPerMm, Geometry first, Geometry second) {
        Attempt one = best(form, map, search, pixelsPerMm, first);
        if (one != null && one.accepted() && one.fit.support() > GOOD_ENOUGH) {
            return one;
        }
        Attempt two = best(form, map, search, pixelsPerMm, second);
        return one == null || two != null && two.score() > one.score() ? two : one;
    }

    private static Attempt best(FormDefinition form, PrintMap map, CoarseSearch search, double pixelsPerMm, Geometry geometry) {
        Fit fit = new Fit(map, geometry);
        return search.best(geometry, pixelsPerMm, CANDIDATES).stream()
            .map(candidate -> fit.from(candidate.transform()))
            .map(result -> new Attempt(form, geometry, result, inside(map, geometry, result.transform())))
            .max(Comparator.comparingDouble(Attempt::score))
            .orElse(null);
    }

    private static double inside(PrintMap map, Geometry geometry, Homography transform) {
        int inside = 0;
        for (int i = 0; i < GRID * GRID; i++) {
            Point place = transform.map((i % GRID + 0.5) / GRID * geometry.width(), ((i / GRID) + 0.5) / GRID * geometry.height());
            inside += place.x >= 0 && place.y >= 0 && place.x < map.width() && place.y < map.height() ? 1 : 0;
        }
        return (double) inside / (GRID * GRID);
    }
}
