package io.penstock.segment.comb;

import io.penstock.segment.ink.Ink;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A printed line followed along a patch: for each place along it the run of ink across, and where its own two edges are. */
final class PrintedLine {

    /** Least share of the line that must be bare of strokes to follow its wavering; with less it is taken for straight. */
    private static final double BARE = 0.3;
    private static final double STEEPEST = 0.03;
    /** By how much a run must stand out beyond an edge to be a stroke: at once, or along the way. Edges of print are rough. */
    private static final double OUT = 2.5;
    private static final double OUT_ALONG = 1.4;
    private static final int ALONG = 2;
    private static final double ROUGH = 1;
    /** One run in so many is as short as the line is thin, whatever is written along it. */
    private static final int SHORTEST = 8;

    private final byte[] mask;
    private final int along;
    private final int across;
    private final int breadth;
    private final int from;
    private final int to;
    private final double thickness;
    private final int[] start;
    private final int[] end;
    private double centre;
    private double slope;
    private double left;
    private double right;

    /**
     * Follows a line.
     *
     * @param along     step of a pixel's index along the line
     * @param across    step across it
     * @param centre    where it is expected
     * @param from      first place along it
     * @param to        last place, exclusive
     * @param thickness of the comb's lines; this one may be thicker all along
     * @param band      how far from there its ink may be
     */
    PrintedLine(Ink ink, int along, int across, double centre, double from, double to, double thickness, double band) {
        mask = ink.mask();
        this.along = along;
        this.across = across;
        this.centre = centre;
        breadth = across == 1 ? ink.width() : ink.height();
        int length = across == 1 ? ink.height() : ink.width();
        this.from = (int) Math.max(0, Math.min(length, Math.round(from)));
        this.to = (int) Math.max(0, Math.min(length, Math.round(to)));
        start = new int[length];
        end = new int[length];
        for (int place = this.from; place < this.to; place++) {
            findRun(place, band);
        }
        double thin = thin();
        this.thickness = thin > thickness + ROUGH ? thin : Math.min(thickness, thin + ROUGH);
        fit();
    }

    private void findRun(int place, double band) {
        int middle = (int) Math.round(centre);
        for (int offset = 0; offset <= band; offset++) {
            for (int at : new int[] {middle - offset, middle + offset}) {
                if (at >= 0 && at < breadth && ink(place, at)) {
                    int first = at;
                    while (first > 0 && ink(place, first - 1)) {
                        first--;
                    }
                    int last = at;
                    while (last < breadth - 1 && ink(place, last + 1)) {
                        last++;
                    }
                    start[place] = first;
                    end[place] = last + 1;
                    return;
                }
            }
        }
    }

    /** Returns the length that the shortest runs have: a stroke along the line may thicken most of it, but not all. */
    private double thin() {
        int[] runs = IntStream.range(from, to).map(place -> end[place] - start[place]).filter(run -> run > 0).sorted().toArray();
        return runs.length == 0 ? 1 : runs[runs.length / SHORTEST];
    }

    private boolean ink(int place, int at) {
        return mask[place * along + at * across] != 0;
    }

    /** Lays a straight line through the runs that are print alone, and takes the median distance of their edges from it. */
    private void fit() {
        int[] bare = bare();
        if (bare.length >= BARE * (to - from)) {
            double meanPlace = Arrays.stream(bare).average().orElse(0);
            double mean = Arrays.stream(bare).mapToDouble(this::middle).average().orElse(0);
            double xy = Arrays.stream(bare).mapToDouble(place -> (place - meanPlace) * (middle(place) - mean)).sum();
            double xx = Arrays.stream(bare).mapToDouble(place -> (place - meanPlace) * (place - meanPlace)).sum();
            slope = xx > 0 ? Math.max(-STEEPEST, Math.min(STEEPEST, xy / xx)) : 0;
            centre = mean - slope * meanPlace;
            left = median(Arrays.stream(bare).mapToDouble(place -> at(place) - start[place]).toArray());
            right = median(Arrays.stream(bare).mapToDouble(place -> end[place] - at(place)).toArray());
        } else {
            left = thickness / 2;
            right = thickness / 2;
        }
    }

    private int[] bare() {
        return IntStream.range(from, to)
            .filter(place -> end[place] > start[place] && end[place] - start[place] <= thickness + 1).toArray();
    }

    private double middle(int place) {
        return (start[place] + end[place]) / 2.0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Returns the line's centre at a place. */
    private double at(int place) {
        return centre + slope * place;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    double thickness() {
        return left + right;
    }

    /** Returns by how much ink stands out at a place, before the line or behind it. */
    double out(int place, boolean before) {
        if (end[place] == start[place]) {
            return 0;
        }
        return Math.max(0, before ? at(place) - left - start[place] : end[place] - at(place) - right);
    }

    /** Returns the places where a stroke stands out from the line, before it or behind it. */
    boolean[] contacts(boolean before) {
        boolean[] contacts = new boolean[start.length];
        double[] near = new double[2 * ALONG + 1];
        for (int place = from; place < to; place++) {
            for (int i = -ALONG; i <= ALONG; i++) {
                near[i + ALONG] = place + i < from || place + i >= to ? 0 : out(place + i, before);
            }
            contacts[place] = out(place, before) >= OUT || out(place, before) > 0 && median(near.clone()) >= OUT_ALONG;
        }
        return contacts;
    }

    /**
     * Erases the line at a place.
     *
     * @param before whether a stroke stands out before it
     * @param after  whether one stands out behind it
     * @param pen    width that a stroke is to keep
     */
    void erase(int place, boolean before, boolean after, double pen) {
        int first = start[place];
        int last = end[place];
        if (before) {
            double keep = Math.max(0, pen - out(place, true));
            first = (int) Math.round(at(place) - left + Math.min(keep, thickness()));
        }
        if (after) {
            double keep = Math.max(0, pen - out(place, false));
            last = (int) Math.round(at(place) + right - Math.min(keep, thickness()));
        }
        for (int i = Math.max(first, start[place]); i < Math.min(last, end[place]); i++) {
            mask[place * along + i * across] = 0;
        }
    }

    /** Puts back what was ink between two places along the line, as wide as given from its edge before or behind. */
    void restore(byte[] printed, int first, int last, double width, boolean before) {
        for (int place = Math.max(from, first); place <= Math.min(to - 1, last); place++) {
            double edge = at(place) - left;
            int begin = (int) Math.round(before ? edge : Math.max(edge, at(place) + right - width));
            int stop = (int) Math.round(before ? Math.min(at(place) + right, edge + width) : at(place) + right);
            for (int i = Math.max(0, begin); i < Math.min(breadth, stop); i++) {
                int pixel = place * along + i * across;
                mask[pixel] = printed[pixel];
            }
        }
    }
}
