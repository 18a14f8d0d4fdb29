package io.penstock.sink.decode.line;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.LineReading;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.decode.spelling.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the whole line may say to one network, frame by frame: each string of digits is as probable as all ways together to lay it along
 * the frames (connectionist temporal classification, Graves and others, 2006).
 *
 * <p>Between digits, and before and after them, separators, marks and nothing are one and the same.
 */
final class LineFrames {

    private static final int CLASSES = 13;
    private static final int DIGITS = 10;
    private static final int SEPARATOR = 10;
    private static final int MARK = 11;
    private static final int NOTHING = 12;
    /** Columns of the line's picture that a frame stands for. */
    private static final int FRAME_COLUMNS = 2;
    /** Strings that are followed at once, and digits that are followed at all. */
    private static final int BEAM = 40;
    private static final double LEAST = 1e-4;
    private static final double SEPARATED = 0.5;

    private final LineReading reading;
    private final int first;
    private final int frames;
    private final double[][] digits;
    private final double[] other;

    private LineFrames(LineReading reading, int network) {
        this.reading = reading;
        frames = reading.getFrames().size() / CLASSES / reading.getNetworks();
        first = network * frames;
        digits = new double[frames][DIGITS];
        other = new double[frames];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < CLASSES; i++) {
                if (i < DIGITS) {
                    digits[t][i] = probability(t, i);
                } else {
                    other[t] += probability(t, i);
                }
            }
        }
    }

    /**
     * Takes what each network says of a line.
     *
     * @throws IllegalArgumentException where that is not as many frames of thirteen numbers for each
     */
    static List<LineFrames> of(LineReading reading) {
        int numbers = reading.getFrames().size();
        if (numbers == 0 || reading.getNetworks() < 1 || numbers % (CLASSES * reading.getNetworks()) != 0) {
            throw new IllegalArgumentException("a line's reading by " + reading.getNetworks() + " networks has " + numbers
                + " numbers, not thirteen a frame");
        }
        return IntStream.range(0, reading.getNetworks()).mapToObj(network -> new LineFrames(reading, network)).toList();
    }

    private double probability(int frame, int symbol) {
        return reading.getFrames().get((first + frame) * CLASSES + symbol);
    }

    /** Returns the most probable strings of digits, most probable first; the search may miss one that is much less probable. */
    List<String> best(int most) {
        Map<String, double[]> beam = Map.of("", new double[] {1, 0});
        for (int t = 0; t < frames; t++) {
            Map<String, double[]> next = new HashMap<>();
            for (Map.Entry<String, double[]> entry : beam.entrySet()) {
                follow(entry.getKey(), entry.getValue(), t, next);
            }
            beam = most(next, BEAM);
        }
        return beam.entrySet().stream().sorted(BY_PROBABILITY).limit(most).map(Map.Entry::getKey).toList();
    }

    private static final Comparator<Map.Entry<String, double[]>> BY_PROBABILITY =
        Comparator.comparingDouble(entry -> -entry.getValue()[0] - entry.getValue()[1]);

    /** A string has the probability that its last frame was none of its digits and that it was its last digit. */
    private void follow(String string, double[] ended, int t, Map<String, double[]> next) {
        double total = ended[0] + ended[1];
        int last = string.isEmpty() ? -1 : string.charAt(string.length() - 1) - '0';
        double[] same = next.computeIfAbsent(string, key -> new double[2]);
        same[0] += total * other[t];
        if (last >= 0) {
            same[1] += ended[1] * digits[t][last];
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            if (digits[t][digit] > LEAST) {
                double before = digit == last ? ended[0] : total;
                next.computeIfAbsent(string + digit, key -> new double[2])[1] += before * digits[t][digit];
            }
        }
    }

    private static Map<String, double[]> most(Map<String, double[]> strings, int most) {
        Map<String, double[]> kept = new HashMap<>();
        strings.entrySet().stream().sorted(BY_PROBABILITY).limit(most).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /** Returns the probability (0 to 1) of a string of digits. */
    double probability(String string) {
        double[] sums = new double[2 * string.length() + 1];
        // as if a frame of nothing stood before the first
        sums[0] = 1;
        for (int t = 0; t < frames; t++) {
            double[] next = new double[sums.length];
            for (int s = 0; s < sums.length; s++) {
                double sum = sums[s] + (s > 0 ? sums[s - 1] : 0) + (skips(string, s) ? sums[s - 2] : 0);
                next[s] = sum * emission(string, s, t);
            }
            sums = next;
        }
        return sums[sums.length - 1] + (sums.length > 1 ? sums[sums.length - 2] : 0);
    }

    /**
     * Returns the probability (0 to 1) of digits whose marks stand as a layout says. Before the last separator there may be others that
     * group the digits, before the first digit and behind a mark that ends them anything but digits.
     */
    double probability(String string, Layout layout) {
        int[] symbols = symbols(string, layout);
        int separator = string.length() - layout.after();
        double[] sums = new double[2 * symbols.length + 1];
        sums[0] = 1;
        for (int t = 0; t < frames; t++) {
            double[] next = new double[sums.length];
            for (int s = 0; s < sums.length; s++) {
                boolean skips = s % 2 == 1 && s > 2 && symbols[s / 2] != symbols[s / 2 - 1];
                boolean ends = layout.ended() && s == sums.length - 2;
                // what follows the first frame of the mark behind the digits may be anything: it has the state after it
                double sum = (ends ? 0 : sums[s]) + (s > 0 ? sums[s - 1] : 0) + (skips ? sums[s - 2] : 0);
                boolean groups = s / 2 < separator && layout.mayPart(string.length() - s / 2);
                boolean anything = s == 0 || groups || layout.ended() && s == sums.length - 1;
                next[s] = sum * (s % 2 == 0 ? anything ? other[t] : probability(t, NOTHING)
                    : symbols[s / 2] < DIGITS ? digits[t][symbols[s / 2]] : other[t] - probability(t, NOTHING));
            }
            sums = next;
        }
        return sums[sums.length - 1] + sums[sums.length - 2];
    }

    /** The digits with the last separator and the mark behind them. */
    private static int[] symbols(String string, Layout layout) {
        IntStream.Builder symbols = IntStream.builder();
        for (int i = 0; i < string.length(); i++) {
            if (i > 0 && string.length() - i == layout.after()) {
                symbols.add(SEPARATOR);
            }
            symbols.add(string.charAt(i) - '0');
        }
        if (layout.ended()) {
            symbols.add(MARK);
        }
        return symbols.build().toArray();
    }

    private double emission(String string, int state, int t) {
        return state % 2 == 0 ? other[t] : digits[t][string.charAt(state / 2) - '0'];
    }

    private static boolean skips(String string, int state) {
        return state % 2 == 1 && state > 2 && string.charAt(state / 2) != string.charAt(state / 2 - 1);
    }

    /** Returns what a string spells where it stands on the line; the same string, laid where it is most probable. */
    Path spelled(String string) {
        int[] states = mostProbableStates(string);
        List<Path.Step> steps = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < string.length(); i++) {
            int state = 2 * i + 1;
            int[] own = IntStream.range(0, frames).filter(t -> states[t] == state).toArray();
            int first = own[0];
            int last = own[own.length - 1] + 1;
            if (i > 0 && isSeparated(end, first)) {
                steps.add(new Path.Step(edge(end, first, SEPARATOR), Edge.SEPARATOR));
            }
            steps.add(new Path.Step(edge(first, last, string.charAt(i) - '0'), string.charAt(i) - '0'));
            end = last;
        }
        return new Path(steps, probability(string));
    }

    private boolean isSeparated(int from, int to) {
        return IntStream.range(from, to).anyMatch(t -> probability(t, SEPARATOR) > SEPARATED);
    }

    private int[] mostProbableStates(String string) {
        int size = 2 * string.length() + 1;
        int[][] from = new int[frames][size];
        double[] best = new double[size];
        for (int t = 0; t < frames; t++) {
            double[] next = new double[size];
            for (int s = 0; s < size; s++) {
                int way = s;
                if (s > 0 && best[s - 1] > best[way]) {
                    way = s - 1;
                }
                if (skips(string, s) && best[s - 2] > best[way]) {
                    way = s - 2;
                }
                double before = t == 0 ? s < 2 ? 0 : Double.NEGATIVE_INFINITY : best[way];
                next[s] = before + Math.log(Math.max(Double.MIN_NORMAL, emission(string, s, t)));
                from[t][s] = way;
            }
            best = next;
        }
        int[] states = new int[frames];
        int state = size > 1 && best[size - 2] > best[size - 1] ? size - 2 : size - 1;
        for (int t = frames - 1; t >= 0; t--) {
            states[t] = state;
            state = from[t][state];
        }
        return states;
    }

    /** The frames of a digit as if they were a glyph: its distribution where it is surest, a box as wide as they are. */
    private Edge edge(int first, int last, int symbol) {
        int surest = IntStream.range(first, last).boxed()
            .max(Comparator.comparingDouble(t -> probability(t, symbol))).orElse(first);
        List<Float> distribution = new ArrayList<>();
        for (int digit = 0; digit < DIGITS; digit++) {
            distribution.add((float) digits[surest][digit]);
        }
        distribution.add((float) other[surest]);
        return new Edge(new ClassifiedGlyph(first, last, box(first, last), false, 1.0, distribution), new double[Edge.SYMBOLS]);
    }

    private Box box(int first, int last) {
        Box line = reading.getBox();
        double column = (double) line.getWidth() * FRAME_COLUMNS / reading.getColumns();
        int x = (int) Math.round(line.getX() + first * column);
        return new Box(x, line.getY(), (int) Math.max(1, Math.round((last - first) * column)), line.getHeight());
    }
}
