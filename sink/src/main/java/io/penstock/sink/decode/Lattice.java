package io.penstock.sink.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The glyphs of a field as a graph from left to right, searched for its most probable paths.
 *
 * <p>A path's weight is the product of the weights of its symbols; its probability is that over the weight of all paths. The search
 * is A* with the exact weight of the best way to the end as its estimate, so paths come out most probable first.
 */
final class Lattice {

    /** Symbols less probable than this are not followed. */
    private static final double IMPOSSIBLE = 1e-10;

    private final List<List<Edge>> from = new ArrayList<>();
    private final double[] best;
    private final double total;

    /**
     * Builds a lattice.
     *
     * @param nodes number of cut positions, at least 2
     * @throws IllegalArgumentException where an edge leads out of the lattice
     */
    Lattice(int nodes, List<Edge> edges) {
        for (int node = 0; node < nodes; node++) {
            from.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            if (edge.glyph().getFrom() < 0 || edge.glyph().getTo() >= nodes) {
                throw new IllegalArgumentException("a glyph ends at cut " + edge.glyph().getTo() + " of a lattice of " + nodes);
            }
            from.get(edge.glyph().getFrom()).add(edge);
        }
        best = new double[nodes];
        total = weigh();
    }

    /** Shows the paths, most probable first, until {@code visitor} has seen enough; none where the edges do not join the two ends. */
    void visit(Predicate<Path> visitor) {
        PriorityQueue<Partial> queue = new PriorityQueue<>(Comparator.comparingDouble(Partial::estimate).reversed());
        if (total > 0) {
            queue.add(new Partial(null, null, 0, 1, best[0]));
        }
        boolean more = true;
        while (more && !queue.isEmpty()) {
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
                double weight = partial.weight * edge.weights()[symbol];
                if (edge.weights()[symbol] > IMPOSSIBLE && best[to] > 0) {
                    queue.add(new Partial(partial, new Path.Step(edge, symbol), to, weight, weight * best[to]));
                }
            }
        }
    }

    /** Fills {@link #best} from the right and returns the weight of all paths. */
    private double weigh() {
        int last = best.length - 1;
        double[] sum = new double[best.length];
        best[last] = 1;
        sum[last] = 1;
        for (int node = last - 1; node >= 0; node--) {
            for (Edge edge : from.get(node)) {
                int to = edge.glyph().getTo();
                best[node] = Math.max(best[node], edge.best() * best[to]);
                sum[node] += edge.glyph().getPrior() * sum[to];
            }
        }
        return sum[0];
    }

    /** The beginning of a path. */
    private record Partial(Partial before, Path.Step step, int node, double weight, double estimate) {

        List<Path.Step> steps() {
            LinkedList<Path.Step> steps = new LinkedList<>();
            for (Partial partial = this; partial.step != null; partial = partial.before) {
                steps.addFirst(partial.step);
            }
            return List.copyOf(steps);
        }
    }
}
