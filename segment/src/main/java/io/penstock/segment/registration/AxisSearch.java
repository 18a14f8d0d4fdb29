package io.penstock.segment.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds scales and shifts under which a form's rulings meet a page's, along one axis of the page.
 *
 * <p>Each pair of a form's and a page's ruling votes for the shift that brings them together, at each scale (a generalized Hough
 * transform, Ballard 1981), with as much line as both have. The votes bound from above what can be found in the plane.
 */
final class AxisSearch {

    private static final double BIN = 3;
    private static final int PER_SCALE = 4;
    private static final int KEPT = 40;
    private static final int KEPT_OF_FEW = 80;
    private static final int FEW = 12;
    private static final double NEAR_SCALE = 0.012;
    private static final double NEAR_SHIFT = 6;
    private static final double OUTSIDE = 0.25;

    private final Rulings form;
    private final Rulings page;
    private final double centre;
    private final double least;
    private final double total;
    private final double[] votes;
    private final double[] moments;

    private AxisSearch(Rulings form, Rulings page, int extent) {
        this.form = form;
        this.page = page;
        centre = form.count() == 0 ? 0 : (form.at()[0] + form.at()[form.count() - 1]) / 2;
        least = -OUTSIDE * extent;
        total = form.total();
        int bins = (int) Math.ceil((1 + OUTSIDE) * extent / BIN) + 2;
        votes = new double[bins];
        moments = new double[bins];
    }

    /**
     * A scale and a shift along one axis.
     *
     * @param share share (0 to 1) of the form's lines of one direction that may be found
     * @param scale pixels a millimetre
     * @param shift where the form's edge is, pixels
     */
    record Match(double share, double scale, double shift) {
    }

    /** Returns the best matches, best first; a form without lines of this direction has none. */
    static List<Match> best(Rulings form, Rulings page, int extent, double[] scales, double leastShare) {
        AxisSearch search = new AxisSearch(form, page, extent);
        List<Match> found = new ArrayList<>();
        for (double scale : scales) {
            search.vote(scale);
            search.collect(scale, leastShare, found);
        }
        found.sort(Comparator.comparingDouble(Match::share).reversed());
        return search.apart(found);
    }

    private void vote(double scale) {
        Arrays.fill(votes, 0);
        Arrays.fill(moments, 0);
        for (int i = 0; i < form.count(); i++) {
            double place = scale * form.at()[i];
            double length = scale * form.length()[i];
            for (int j = 0; j < page.count(); j++) {
                double shift = page.at()[j] - place;
                int bin = (int) ((shift - least) / BIN);
                if (shift >= least && bin < votes.length) {
                    double weight = Math.min(length, page.length()[j]) / (scale * total);
                    votes[bin] += weight;
                    moments[bin] += weight * shift;
                }
            }
        }
    }

    private void collect(double scale, double leastShare, List<Match> found) {
        for (int n = 0; n < PER_SCALE; n++) {
            int best = 1;
            double share = around(votes, best);
            for (int bin = 2; bin < votes.length - 1; bin++) {
                double here = around(votes, bin);
                if (here > share) {
                    best = bin;
                    share = here;
                }
            }
            if (share < leastShare) {
                return;
            }
            found.add(new Match(Math.min(1, share), scale, around(moments, best) / share));
            Arrays.fill(votes, best - 1, best + 2, 0);
            Arrays.fill(moments, best - 1, best + 2, 0);
        }
    }

    private static double around(double[] bins, int bin) {
        return bins[bin - 1] + bins[bin] + bins[bin + 1];
    }

    private List<Match> apart(List<Match> found) {
        List<Match> kept = new ArrayList<>();
        for (Match match : found) {
            boolean near = kept.stream().anyMatch(other -> Math.abs(other.scale - match.scale) < NEAR_SCALE * match.scale
                && Math.abs(other.shift + other.scale * centre - match.shift - match.scale * centre) < NEAR_SHIFT);
            if (!near) {
                kept.add(match);
            }
            if (kept.size() == (form.count() <= FEW ? KEPT_OF_FEW : KEPT)) {
                break;
            }
        }
        return kept;
    }
}
