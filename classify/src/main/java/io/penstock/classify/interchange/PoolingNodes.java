package io.penstock.classify.interchange;

import static io.penstock.classify.interchange.OnnxGraph.attribute;

import java.util.List;

/**
 * The operations that make one distribution of what the networks of an ensemble answer. Each method adds them to the graph and returns the
 * name of their result.
 *
 * @param graph grows
 */
record PoolingNodes(OnnxGraph graph) {

    /** The probabilities of the ten digits and, for reject, a zero. */
    String withoutReject(String name, String digits) {
        return graph.node(name + "/with-reject", "Pad", List.of(digits, graph.integers(name + "/pads", 0, 0, 0, 1)));
    }

    String mean(List<String> answers) {
        return graph.node("pooled", "Mean", answers);
    }

    /** Probabilities to the power of 1/T, made to add up to 1: the softmax of their logarithms divided by T. */
    String scaled(String pooled, double temperature) {
        String logarithms = graph.node("logarithms", "Log", List.of(pooled));
        String inverse = graph.floats("inverse-temperature", new float[] {(float) (1 / temperature)}, 1);
        String softened = graph.node("softened", "Mul", List.of(logarithms, inverse));
        return graph.node("calibrated", "Softmax", List.of(softened), attribute("axis", 1L));
    }

    /** Ten digits times the probability that the glyph is one, then the probability that it is none. */
    String rejected(String digits, String reject) {
        String none = graph.node("none", "Gather", List.of(reject, graph.integers("class-none", 1)), attribute("axis", 1L));
        String some = graph.node("some", "Sub", List.of(graph.floats("one", new float[] {1}, 1), none));
        String kept = graph.node("kept", "Mul", List.of(digits, some));
        return graph.node("with-reject", "Concat", List.of(kept, none), attribute("axis", 1L));
    }
}
