package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.Pass.Look;
import io.penstock.segment.registration.print.PrintMap;
import java.util.Collection;
import java.util.List;

/**
 * Finds which of several forms lies on a page, and where. Thread-safe; remembers what it prepared for each form.
 *
 * <p>All forms are placed roughly, all four ways up; the most telling places are fitted, until one is beyond doubt. Places that stand out
 * at a glance come first: on a page so flat that one form does, any other of its size would. Then all others are looked at more closely,
 * and where no form fits at the size that the page suggests, smaller ones are tried: a photograph shows more than the sheet. A page on
 * which no form lies is last taken for stretched, as a fax is whose pixels are not square.
 */
public final class FormRegistrar {

    private static final double MM_PER_INCH = 25.4;

    private final PreparedForms prepared = new PreparedForms();

    /**
     * Looks for forms on a page.
     *
     * @param page  the page, upright as the document shows it; it may still be tilted or upside down
     * @param dpi   its stated resolution in dots per inch, or null
     * @param forms forms to look for
     */
    public Registration register(PageImage page, Double dpi, Collection<FormDefinition> forms) {
        PrintMap map = PrintMap.of(page);
        Attempt best = attempt(map, dpi == null ? Double.NaN : dpi / page.reduction() / MM_PER_INCH * map.scale(), forms);
        if (best == null) {
            return new Registration.NotFound(null, Misfit.NOTHING_ALIKE, Double.POSITIVE_INFINITY, 0);
        }
        Attempt found = best;
        Homography toPage = map.fromPage().inverse().after(found.fit().transform()).after(found.geometry().fromForm()).normalized();
        return found.misfit()
            .<Registration>map(misfit -> new Registration.NotFound(found.form(), misfit, found.fit().residual(), found.fit().support()))
            .orElseGet(() -> new Registration.Found(found.form(), toPage, found.fit().residual(), found.fit().support(),
                found.fit().lost().stream().map(fiducial -> fiducial + 1).toList()));
    }

    /** Returns the best attempt of all forms at a scale, pixels of the map a millimetre, or NaN; null where nothing is alike. */
    Attempt attempt(PrintMap map, double pixelsPerMm, Collection<FormDefinition> forms) {
        return best(new CoarseSearch(map, pixelsPerMm), map, prepared.of(forms));
    }

    /** Returns the best attempt of all forms, or null where nothing is alike. */
    private static Attempt best(CoarseSearch search, PrintMap map, List<PreparedForm> forms) {
        Pass glance = new Pass(search, map, Look.CLEARLY, false);
        Attempt clear = glance.best(forms);
        if (clear != null && clear.settled()) {
            return glance.orLarger(clear, forms);
        }
        Attempt best = new Pass(search, map, Look.CLOSELY, false).best(forms);
        if (best == null || best.isDoubtful()) {
            best = better(best, new Pass(search, map, Look.WIDELY, best != null && best.accepted()).best(forms));
        }
        return best == null || !best.accepted() ? better(best, new Pass(search, map, Look.STRETCHED, false).best(forms)) : best;
    }

    private static Attempt better(Attempt sofar, Attempt other) {
        return sofar == null || other != null && other.score() > sofar.score() ? other : sofar;
    }
}
