package io.penstock.bench.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Contenders side by side in one process: in every round each runs for the same time, one after the other on all threads, so that what else
 * the machine does meets all alike.
 *
 * @param threads threads of each contender
 * @param seconds how long each runs in a round
 * @param rounds  rounds that count, after one that does not
 */
record Race(int threads, double seconds, int rounds) {

    /**
     * What came of it for one contender.
     *
     * @param entrant who
     * @param paces   round by round
     */
    record Result(Entrant entrant, List<Pace> paces) {

        /** Returns the medians over the rounds, each column by itself. */
        Pace pace() {
            return new Pace(median(column(Pace::glyphsPerSecond)), median(column(Pace::glyphsPerProcessorSecond)));
        }

        /** Returns how many times as fast as another it was in each round, sorted. */
        double[] ratios(Result other, ToDoubleFunction<Pace> column) {
            return IntStream.range(0, paces.size())
                .mapToDouble(i -> column.applyAsDouble(paces.get(i)) / column.applyAsDouble(other.paces.get(i))).sorted().toArray();
        }

        private double[] column(ToDoubleFunction<Pace> column) {
            return paces.stream().mapToDouble(column).sorted().toArray();
        }
    }

    /** Runs the race over calls of some glyphs each; results in the order of the entrants. */
    List<Result> run(List<Entrant> entrants, List<List<byte[]>> calls) throws InterruptedException, ExecutionException {
        List<Track> tracks = new ArrayList<>();
        try {
            List<Result> results = new ArrayList<>();
            for (Entrant entrant : entrants) {
                Track track = new Track(entrant, threads, calls);
                tracks.add(track);
                track.run(seconds);
                results.add(new Result(entrant, new ArrayList<>()));
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < tracks.size(); i++) {
                    results.get(i).paces().add(tracks.get(i).run(seconds));
                }
            }
            return results;
        } finally {
            tracks.forEach(Track::close);
        }
    }

    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
