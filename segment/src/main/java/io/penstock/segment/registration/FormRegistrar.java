package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.image.PageImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds which of several forms lies on a page, and where. Stateless, thread-safe.
 *
 * <p>All forms are placed roughly, all four ways up, first; then the most telling places are fitted, until one is beyond doubt. Where no
 * form fits at the size that the page suggests, smaller ones are tried: a photograph shows more than the sheet.
 */
public final class FormRegistrar {

    private static final double MM_PER_INCH = 25.4;
    private static final int CANDIDATES = 3;
    private static final int TURNS = 4;
    private static final int FITS_A_FORM = 4;
    private static final double LOOSE = 0.2;

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
        List<FormDefinition> ordered = forms.stream().sorted(Comparator.comparingDouble(Attempt::printed).reversed()).toList();
        Attempt best = best(ordered, search, map, false);
        if (best == null || best.isDoubtful()) {
            Attempt wider = best(ordered, search, map, true);
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

    /** A rough place of a form. */
    private record Trial(FormDefinition form, Geometry geometry, CoarseSearch.Candidate candidate) {

        /** Returns how much print it would explain, pixels. */
        double evidence() {
            return candidate.score() * Attempt.printed(form) * candidate.scaleX() * (1 + (geometry.isUpright() ? Attempt.AS_SHOWN : 0));
        }

        double margin() {
            return candidate.score() - form.minSupport() + (geometry.isUpright() ? Attempt.AS_SHOWN : 0);
        }
    }

    /**
     * Fits the most telling places of every form. Forms with more print come first: one that is beyond doubt rules out those with much less.
     */
    private static Attempt best(List<FormDefinition> forms, CoarseSearch search, PrintMap map, boolean widely) {
        Attempt best = null;
        for (FormDefinition form : forms) {
            if (best == null || !best.settles(form)) {
                best = better(best, trials(form, search, widely, -LOOSE), map, widely);
            }
        }
        return best == null ? nearest(forms, search, map, widely) : best;
    }

    private static Attempt better(Attempt sofar, List<Trial> trials, PrintMap map, boolean widely) {
        Attempt best = sofar;
        for (Trial trial : trials) {
            if (best == null || !best.settles(trial.form)) {
                Attempt attempt = Attempt.from(trial.form, trial.geometry, trial.candidate.transform(), map, needed(trial.form, widely));
                best = best == null || attempt.score() > best.score() ? attempt : best;
            }
        }
        return best;
    }

    /** Fits the single most telling place of all forms where none is promising; null where there is none. */
    private static Attempt nearest(List<FormDefinition> forms, CoarseSearch search, PrintMap map, boolean widely) {
        Trial nearest = null;
        for (FormDefinition form : forms) {
            double least = nearest == null ? Double.NEGATIVE_INFINITY : nearest.margin();
            nearest = Stream.concat(Stream.ofNullable(nearest), trials(form, search, widely, least).stream())
                .max(Comparator.comparingDouble(Trial::margin)).orElse(null);
        }
        return better(null, Stream.ofNullable(nearest).toList(), map, widely);
    }

    /** Returns the least support of a form: more where it was looked for at any size, for then chance has more to choose from. */
    private static double needed(FormDefinition form, boolean widely) {
        return widely ? (1 + form.minSupport()) / 2 : form.minSupport();
    }

    private static List<Trial> trials(FormDefinition form, CoarseSearch search, boolean widely, double leastMargin) {
        List<Trial> trials = new ArrayList<>();
        double least = leastMargin;
        Geometry geometry = Geometry.of(form);
        for (int turn = 0; turn < TURNS; turn++) {
            double leastScore = least + form.minSupport() - (geometry.isUpright() ? Attempt.AS_SHOWN : 0);
            for (CoarseSearch.Candidate candidate : search.best(geometry, widely, CANDIDATES, leastScore)) {
                Trial trial = new Trial(form, geometry, candidate);
                trials.add(trial);
                least = Math.max(least, trial.margin() - CoarseSearch.WORSE);
            }
            geometry = geometry.turned();
        }
        double needed = least;
        return trials.stream().filter(trial -> trial.margin() > needed).sorted(Comparator.comparingDouble(Trial::margin).reversed())
            .limit(FITS_A_FORM).sorted(Comparator.comparingDouble(Trial::evidence).reversed()).toList();
    }
}
