package io.penstock.sink.decode.lattice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The glyphs of a field as a graph from left to right, searched for its most probable paths.
 *
 * <p>A path's weight is the product of the weights of its symbols and of the factors of their succession; its probability is that over the
 * weight of all paths. The search is A* with the exact weight of the best way to the end as its estimate, so paths come out most probable
 * first.
 */
public final class Lattice {

    /** Symbols less probable than this are not followed. */
    private static final double IMPOSSIBLE = 1e-10;
    /** Weights of whole paths below this are lost in rounding: then nothing can be said of which path is the better. */
    private static final double LEAST_TOTAL = 1e-250;
    /** Beginnings of paths that are held at once; a search that needs more than this many ends: no field of a form is so long. */
    private static final int MOST_PARTIALS = 1_000_000;

    private final List<List<Edge>> from = new ArrayList<>();
    private final Succession succession;
    private final double[][] best;
    private final double total;

    /**
     * Builds a lattice.
     *
     * @param nodes number of cut positions, at least 2
     * @throws IllegalArgumentException where an edge leads out of the lattice
     */
    public Lattice(int nodes, List<Edge> edges, Succession succession) {
        for (int node = 0; node < nodes; node++) {
            from.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            if (edge.glyph().getFrom() < 0 || edge.glyph().getTo() >= nodes) {
                throw new IllegalArgumentException("a glyph ends at cut " + edge.glyph().getTo() + " of a lattice of " + nodes);
            }
            from.get(edge.glyph().getFrom()).add(edge);
        }
        this.succession = succession;
        best = new double[nodes][succession.states()];
        total = weigh();
    }

    /**
     * Shows the paths, most probable first, until {@code visitor} has seen enough; none where the edges do not join the two ends, or where
     * there are so many that no path has a probability worth a number.
     */
    public void visit(Predicate<Path> visitor) {
        PriorityQueue<Partial> queue = new PriorityQueue<>(Comparator.comparingDouble(Partial::estimate).reversed());
        if (total > LEAST_TOTAL) {
            queue.add(new Partial(null, null, 0, 0, 1, best[0][0]));
        }
        boolean more = true;
        while (more && !queue.isEmpty() && queue.size() < MOST_PARTIALS) {
            Partial partial = queue.remove();
            if (partial.node == best.length - 1) {
                more = visitor.test(new Path(partial.steps(), partial.weight / total));
            } else {
                extend(partial, queue);
            }
        }
    }

    private void extend(Partial partial, PriorityQueue<Partial> queue) {
        for (Edge edge : from.get(partial.node)) {
            int to = edge.glyph().getTo();
            for (int symbol = 0; symbol < Edge.SYMBOLS; symbol++) {
                int state = succession.next()[partial.state][symbol];
                if (edge.weights()[symbol] > IMPOSSIBLE && state >= 0 && best[to][state] > 0) {
                    double weight = partial.weight * edge.weights()[symbol] * succession.factor()[partial.state][symbol];
                    queue.add(new Partial(partial, new Path.Step(edge, symbol), to, state, weight, weight * best[to][state]));
                }
            }
        }
    }

    /** Fills {@link #best} from the right and returns the weight of all paths. */
    private double weigh() {
        int last = best.length - 1;
        double[][] sum = new double[best.length][succession.states()];
        for (int state = 0; state < succession.states(); state++) {
            best[last][state] = succession.end()[state] ? 1 : 0;
            sum[last][state] = best[last][state];
        }
        for (int node = last - 1; node >= 0; node--) {
            for (Edge edge : from.get(node)) {
                weigh(edge, best[node], best[edge.glyph().getTo()], sum[node], sum[edge.glyph().getTo()]);
            }
        }
        return sum[0][0];
    }

    private void weigh(Edge edge, double[] bestHere, double[] bestThere, double[] sumHere, double[] sumThere) {
        for (int state = 0; state < bestHere.length; state++) {
            for (int symbol = 0; symbol < Edge.SYMBOLS; symbol++) {
                int next = succession.next()[state][symbol];
                if (next >= 0 && edge.weights()[symbol] > 0) {
                    double weight = edge.weights()[symbol] * succession.factor()[state][symbol];
                    bestHere[state] = Math.max(bestHere[state], weight * bestThere[next]);
                    sumHere[state] += weight * sumThere[next];
                }
            }
        }
    }

    /** The beginning of a path. */
    private record Partial(Partial before, Path.Step step, int node, int state, double weight, double estimate) {

        List<Path.Step> steps() {
            ArrayDeque<Path.Step> steps = new ArrayDeque<>();
            for (Partial partial = this; partial.step != null; partial = partial.before) {
                steps.addFirst(partial.step);
            }
            return List.copyOf(steps);
        }
    }
}
