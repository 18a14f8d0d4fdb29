package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.registration.Pass.Look;
import io.penstock.segment.registration.print.PrintMap;
import java.util.Optional;
import org.opencv.core.Point;

/**
 * One form placed on a page, one way up.
 *
 * @param prepared the form
 * @param geometry its geometry, turned as it was placed
 * @param fit      how well it lies
 * @param inside   share (0 to 1) of the form's sheet that lies on the page
 * @param needed   least support with which it is taken to lie there
 */
record Attempt(PreparedForm prepared, Geometry geometry, Fit.Result fit, double inside, double needed) {

    /** By how much the way up in which the document shows the page is preferred: some forms look alike upside down. */
    static final double AS_SHOWN = 0.03;
    private static final double MAX_CONTRARY = 0.3;
    private static final double MAX_OPPOSED = 0.5;
    private static final double MIN_SIDE = 0.4;
    private static final double MAX_MISSING = 0.4;
    private static final double RICH_MM = 3000;
    private static final double MAX_DISTORTION = 0.08;
    private static final double MIN_INSIDE = 0.85;
    private static final double SETTLED = 0.85;
    private static final double BALANCED = 0.7;
    private static final double MINOR = 0.6;
    private static final int GRID = 10;

    /** Places a form from a rough place on. */
    static Attempt from(PreparedForm form, Geometry geometry, CoarseSearch.Candidate rough, PrintMap map, Look look) {
        double aspect = look == Look.STRETCHED ? rough.scaleX() / rough.scaleY() : 1;
        Fit.Result fit = new Fit(map, geometry, aspect).from(rough.transform());
        return new Attempt(form, geometry, fit, inside(map, geometry, fit.transform()), look.needed(form.definition()));
    }

    private static double inside(PrintMap map, Geometry geometry, Homography transform) {
        int inside = 0;
        for (int i = 0; i < GRID * GRID; i++) {
            Point place = transform.map((i % GRID + 0.5) / GRID * geometry.width(), ((i / GRID) + 0.5) / GRID * geometry.height());
            inside += place.x >= 0 && place.y >= 0 && place.x < map.width() && place.y < map.height() ? 1 : 0;
        }
        return (double) inside / (GRID * GRID);
    }

    /** Returns where it was found on the page of a map. */
    Registration.Found found(PrintMap map) {
        Homography toPage = map.fromPage().inverse().after(fit.transform()).after(geometry.fromForm()).normalized();
        return new Registration.Found(form(), toPage, fit.residual(), fit.support(),
            fit.lost().stream().map(fiducial -> fiducial + 1).toList());
    }

    FormDefinition form() {
        return prepared.definition();
    }

    /** Returns what speaks against it; empty where this form is taken to lie here. */
    Optional<Misfit> misfit() {
        if (fit.support() < needed) {
            return Optional.of(Misfit.PRINT_MISSING);
        }
        if (fit.residual() > form().maxResidual()) {
            return Optional.of(Misfit.PRINT_DISPLACED);
        }
        if (fit.contrary() > MAX_CONTRARY || fit.opposed() > MAX_OPPOSED) {
            return Optional.of(Misfit.GRID_CONTINUES);
        }
        if (fit.missing() > MAX_MISSING && !rich()) {
            return Optional.of(Misfit.FIELDS_MISSING);
        }
        if (fit.sparsest() < MIN_SIDE) {
            return Optional.of(Misfit.SIDE_MISSING);
        }
        if (2 * fit.lost().size() > form().fiducials().size()) {
            return Optional.of(Misfit.FIDUCIALS_MISSING);
        }
        if (fit.distortion() > MAX_DISTORTION) {
            return Optional.of(Misfit.DISTORTED);
        }
        return inside < MIN_INSIDE ? Optional.of(Misfit.OUTSIDE_PAGE) : Optional.empty();
    }

    /** Returns whether so many lines of both directions were found that those of the fields, often printed faintly, may be missed. */
    private boolean rich() {
        return fit.weaker() >= form().minSupport() && fit.support() * prepared.printed() >= RICH_MM;
    }

    boolean accepted() {
        return misfit().isEmpty();
    }

    /** Returns whether so much was found, in both directions, that no other place of this form need be looked at. */
    boolean settled() {
        return accepted() && fit.support() > SETTLED && fit.weaker() > BALANCED;
    }

    /** Returns whether it is refused, or lies well in one direction only: then its size may be wrong. */
    boolean isDoubtful() {
        return !accepted() || fit.weaker() <= BALANCED;
    }

    /** Returns whether this form explains so much more of the page than another could that the other need not be looked for. */
    boolean settles(PreparedForm other) {
        return settled() && (other == prepared || other.printed() < MINOR * prepared.printed());
    }

    /** Returns whether another form has so much more print that this one may be a part of it. */
    boolean isMinorTo(PreparedForm other) {
        return prepared.printed() < MINOR * other.printed();
    }

    /** Returns how good it is, to choose between places and forms. */
    double score() {
        double margin = fit.support() - form().minSupport();
        double shown = geometry.isUpright() ? AS_SHOWN : 0;
        return (accepted() ? 1 : 0) + margin + shown + fit.weaker() / 4 - fit.contrary() / 2 - fit.missing() / 2 + 1e-5 * fit.samples();
    }
}
