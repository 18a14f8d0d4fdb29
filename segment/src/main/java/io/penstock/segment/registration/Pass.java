package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.registration.print.PrintMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One look for all forms on a page.
 *
 * @param search   the coarse search on the page
 * @param map      what is printed on it
 * @param look     what is looked for
 * @param accepted whether a form is accepted already, so that only what would be accepted too is of interest
 */
record Pass(CoarseSearch search, PrintMap map, Look look, boolean accepted) {

    private static final int CANDIDATES = 3;
    private static final int FITS_A_FORM = 4;
    private static final double LOOSE = 0.2;
    /** Score of a rough place from which on a form stands out on a page that is flat enough. */
    private static final double CLEAR = 0.75;

    /** What a pass looks for. */
    enum Look {
        /** Places that stand out already before they are fitted, at the usual sizes. */
        CLEARLY,
        /** Places that may do once they are fitted, at the usual sizes. */
        CLOSELY,
        /** The same at any size. */
        WIDELY,
        /** The same on a page that is stretched along one axis and that the sheet fills. */
        STRETCHED;

        /** Returns the least support of a form: more where it is looked for at any size or shape, as chance has more to choose from. */
        double needed(FormDefinition form) {
            return this == WIDELY || this == STRETCHED ? (1 + form.minSupport()) / 2 : form.minSupport();
        }
    }

    /** A rough place of a form. */
    private record Trial(PreparedForm form, Geometry geometry, CoarseSearch.Candidate candidate) {

        /** Returns how much print it would explain, pixels. */
        double evidence() {
            return candidate.score() * form.printed() * candidate.scaleX() * (1 + shown(geometry));
        }

        double margin() {
            return candidate.score() - form.definition().minSupport() + shown(geometry);
        }
    }

    /**
     * Fits the most telling places of every form and returns the best attempt, or null where there is none.
     *
     * @param forms the forms, those with most print first: one that is beyond doubt rules out those with much less
     */
    Attempt best(List<PreparedForm> forms) {
        Attempt best = null;
        for (PreparedForm form : forms) {
            if (best == null || !best.settles(form)) {
                best = better(best, trials(form, leastMargin(form)));
            }
        }
        return best == null && !accepted && look != Look.CLEARLY ? nearest(forms) : best;
    }

    /** Returns the best of what was found beyond doubt and of forms with much more print, of which that may be a part. */
    Attempt orLarger(Attempt settled, List<PreparedForm> forms) {
        Attempt best = settled;
        for (PreparedForm form : forms) {
            best = settled.isMinorTo(form) ? better(best, trials(form, 0)) : best;
        }
        return best;
    }

    /** Returns by how much less than the support that a form needs its rough place may score. */
    private double leastMargin(PreparedForm form) {
        double least = form.definition().minSupport();
        double loose = (accepted ? look.needed(form.definition()) - least : 0) - LOOSE;
        return look == Look.CLEARLY ? Math.max(CLEAR - least, loose) : loose;
    }

    private Attempt better(Attempt sofar, List<Trial> trials) {
        Attempt best = sofar;
        for (Trial trial : trials) {
            if (best == null || !best.settles(trial.form)) {
                Attempt attempt = Attempt.from(trial.form, trial.geometry, trial.candidate, map, look);
                best = best == null || attempt.score() > best.score() ? attempt : best;
            }
        }
        return best;
    }

    /** Fits the single most telling place of all forms where none is promising; null where there is none. */
    private Attempt nearest(List<PreparedForm> forms) {
        Trial nearest = null;
        for (PreparedForm form : forms) {
            double least = nearest == null ? Double.NEGATIVE_INFINITY : nearest.margin();
            nearest = Stream.concat(Stream.ofNullable(nearest), trials(form, least).stream())
                .max(Comparator.comparingDouble(Trial::margin)).orElse(null);
        }
        return better(null, Stream.ofNullable(nearest).toList());
    }

    private static double shown(Geometry geometry) {
        return geometry.isUpright() ? Attempt.AS_SHOWN : 0;
    }

    private List<Trial> trials(PreparedForm form, double leastMargin) {
        List<Trial> trials = new ArrayList<>();
        double least = leastMargin;
        for (Geometry geometry : form.turns()) {
            double leastScore = least + form.definition().minSupport() - shown(geometry);
            for (CoarseSearch.Candidate candidate : search.best(geometry, look, CANDIDATES, leastScore)) {
                Trial trial = new Trial(form, geometry, candidate);
                trials.add(trial);
                least = Math.max(least, trial.margin() - CoarseSearch.WORSE);
            }
        }
        double needed = least;
        return trials.stream().filter(trial -> trial.margin() > needed).sorted(Comparator.comparingDouble(Trial::margin).reversed())
            .limit(FITS_A_FORM).sorted(Comparator.comparingDouble(Trial::evidence).reversed()).toList();
    }
}
