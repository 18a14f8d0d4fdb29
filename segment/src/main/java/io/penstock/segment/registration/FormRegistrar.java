package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.Pass.Look;
import io.penstock.segment.registration.print.PrintMap;
import java.util.Collection;
import java.util.List;
import org.opencv.core.Point;
import org.opencv.core.Size;

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
    /** No form is so many times as long as it is wide. */
    private static final int LONGEST = 100;
    /** What is seen around a sheet whose corners a person has pointed at: nobody's hand is steady. */
    private static final double BESIDE_MM = 5;
    /** A sheet that is pointed at is not so many times larger than its page: the corners would be nonsense. */
    private static final int MOST_LARGER = 4;

    private final PreparedForms prepared = new PreparedForms();

    /**
     * Looks for a form on a page.
     *
     * @param page  the page, upright as the document shows it; it may still be tilted or upside down
     * @param dpi   its stated resolution in dots per inch, or null
     * @param forms forms to look for
     */
    public Registration register(PageImage page, Double dpi, Collection<FormDefinition> forms) {
        return registerAll(page, dpi, forms).first();
    }

    /**
     * Looks for all forms on a page: what is found is taken away, and the rest is looked at again.
     *
     * @param page  the page, upright as the document shows it; it may still be tilted or upside down
     * @param dpi   its stated resolution in dots per inch, or null
     * @param forms forms to look for
     */
    public Registrations registerAll(PageImage page, Double dpi, Collection<FormDefinition> forms) {
        if (Math.max(page.width(), page.height()) > LONGEST * Math.min(page.width(), page.height())) {
            return nothing();
        }
        PrintMap map = PrintMap.of(page);
        Registration first = registration(attempt(map, page, dpi, forms), map);
        return first instanceof Registration.Found found ? new Rest(map, prepared.of(forms)).after(found)
            : new Registrations(first, List.of(), false);
    }

    /**
     * Looks for a form where a person says that it lies, and for more of it on the rest of the page. The sheet is laid flat first; nothing
     * is taken for the form that the print does not bear out.
     *
     * @param page    the page, upright as the document shows it
     * @param corners of the form's sheet, in pixels of that page: top left, top right, bottom right, bottom left
     * @param form    what is said to lie there
     */
    public Registrations registerAt(PageImage page, List<Point> corners, FormDefinition form) {
        Homography said = Homography.ontoCorners(new Area(0, 0, form.width(), form.height()), corners);
        double scale = said.scaleAt(form.width() / 2, form.height() / 2);
        Homography flat = Homography.scaleAndShift(scale, scale, BESIDE_MM * scale, BESIDE_MM * scale);
        Homography onPage = said.after(flat.inverse());
        Size size = new Size((form.width() + 2 * BESIDE_MM) * scale, (form.height() + 2 * BESIDE_MM) * scale);
        if (!(size.area() < MOST_LARGER * page.gray().total())) {
            return nothing();
        }
        try (PageImage sheet = page.seenAs(onPage.inverse(), size)) {
            Registration first = register(sheet, scale * MM_PER_INCH * page.reduction(), List.of(form));
            return first instanceof Registration.Found found
                ? new Rest(PrintMap.of(page), prepared.of(List.of(form))).after(found.seenFrom(onPage))
                : new Registrations(first, List.of(), false);
        }
    }

    private static Registrations nothing() {
        return new Registrations(new Registration.NotFound(null, Misfit.NOTHING_ALIKE, Double.POSITIVE_INFINITY, 0), List.of(), false);
    }

    private Attempt attempt(PrintMap map, PageImage page, Double dpi, Collection<FormDefinition> forms) {
        double pixelsPerMm = dpi == null ? Double.NaN : dpi / page.reduction() / MM_PER_INCH * map.scale();
        return best(new CoarseSearch(map, pixelsPerMm, false), map, prepared.of(forms));
    }

    /** Returns what an attempt says; null: there is none. */
    private static Registration registration(Attempt best, PrintMap map) {
        if (best == null) {
            return new Registration.NotFound(null, Misfit.NOTHING_ALIKE, Double.POSITIVE_INFINITY, 0);
        }
        return best.misfit()
            .<Registration>map(misfit -> new Registration.NotFound(best.form(), misfit, best.fit().residual(), best.fit().support()))
            .orElseGet(() -> best.found(map));
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
