package io.penstock.synth.handwriting;

import java.util.Arrays;
import java.util.List;

/**
 * One way of writing a symbol: a 7 with a bar, a 4 that is closed on top.
 *
 * @param symbol  the symbol
 * @param name    what distinguishes it from the other ways
 * @param weight  how common the habit is, relative to the symbol's other allographs
 * @param unclear whether it is easily taken for another symbol
 * @param strokes its skeleton: the knots of each stroke
 */
record Allograph(char symbol, String name, double weight, boolean unclear, List<List<Knot>> strokes) {

    private static final double CARE = 0.3;

    /** Reads a line of the copybook; its format is described there. */
    static Allograph parse(String line) {
        String[] halves = line.split(" : ", 2);
        String[] head = halves[0].trim().split("\\s+");
        boolean unclear = head[1].endsWith("?");
        List<List<Knot>> strokes = Arrays.stream(halves[1].split("\\|"))
            .map(stroke -> Arrays.stream(stroke.trim().split("\\s+")).map(Knot::parse).toList())
            .toList();
        return new Allograph(head[0].charAt(0), unclear ? head[1].substring(0, head[1].length() - 1) : head[1],
            Double.parseDouble(head[2]), unclear, strokes);
    }

    /** Returns the weight among writers of a given sloppiness (0 to 1); those who take some care have no unclear habits. */
    double weight(double sloppiness) {
        if (!unclear) {
            return weight;
        }
        return sloppiness < CARE ? 0 : weight * sloppiness * sloppiness;
    }
}
