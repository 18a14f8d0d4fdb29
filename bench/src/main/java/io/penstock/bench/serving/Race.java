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
     * @param name     who
     * @param paces    round by round
     * @param accuracy share of glyphs whose most probable class is their label
     */
    record Result(String name, List<Pace> paces, double accuracy) {

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

    /** Runs the race over labelled glyphs, so many in a call; results in the order of the entrants. */
    List<Result> run(List<Entrant> entrants, List<byte[]> glyphs, byte[] labels, int call) throws InterruptedException, ExecutionException {
        List<List<byte[]>> calls = calls(glyphs, call);
        List<Track> tracks = new ArrayList<>();
        try {
            for (Entrant entrant : entrants) {
                tracks.add(new Track(entrant, threads, calls));
            }
            List<List<Pace>> paces = new ArrayList<>();
            for (Track track : tracks) {
                track.run(seconds);
                paces.add(new ArrayList<>());
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < tracks.size(); i++) {
                    paces.get(i).add(tracks.get(i).run(seconds));
                }
            }
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < tracks.size(); i++) {
                results.add(new Result(tracks.get(i).name(), paces.get(i), accuracy(tracks.get(i).answers(), labels)));
            }
            return results;
        } finally {
            tracks.forEach(Track::close);
        }
    }

    private static List<List<byte[]>> calls(List<byte[]> glyphs, int call) {
        List<List<byte[]>> calls = new ArrayList<>();
        for (int from = 0; from < glyphs.size(); from += call) {
            calls.add(glyphs.subList(from, Math.min(glyphs.size(), from + call)));
        }
        return calls;
    }

    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double accuracy(List<float[]> answers, byte[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            float[] answer = answers.get(i);
            int best = 0;
            for (int c = 1; c < answer.length; c++) {
                best = answer[c] > answer[best] ? c : best;
            }
            right += best == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }
}
