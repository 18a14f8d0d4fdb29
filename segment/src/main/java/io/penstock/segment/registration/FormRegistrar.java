package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.image.PageImage;
import java.util.Collection;
import java.util.List;

/**
 * Finds which of several forms lies on a page, and where. Thread-safe; remembers what it prepared for each form.
 *
 * <p>All forms are placed roughly, all four ways up, first; then the most telling places are fitted, until one is beyond doubt. Where no
 * form fits at the size that the page suggests, smaller ones are tried: a photograph shows more than the sheet.
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
        double pixelsPerMm = dpi == null ? Double.NaN : dpi / page.reduction() / MM_PER_INCH * map.scale();
        CoarseSearch search = new CoarseSearch(map, pixelsPerMm);
        List<PreparedForm> ordered = prepared.of(forms);
        Attempt best = new Pass(search, map, false, false).best(ordered);
        if (best == null || best.isDoubtful()) {
            Attempt wider = new Pass(search, map, true, best != null && best.accepted()).best(ordered);
            best = best == null || wider != null && wider.score() > best.score() ? wider : best;
        }
        if (best == null) {
            return new Registration.NotFound(null, Misfit.NOTHING_ALIKE, Double.POSITIVE_INFINITY, 0);
        }
        Attempt found = best;
        Homography toPage = map.fromPage().inverse().after(found.fit().transform()).after(found.geometry().fromForm()).normalized();
        return found.misfit()
            .<Registration>map(misfit -> new Registration.NotFound(found.form(), misfit, found.fit().residual(), found.fit().support()))
            .orElseGet(() -> new Registration.Found(found.form(), toPage, found.fit().residual(), found.fit().support()));
    }
}
