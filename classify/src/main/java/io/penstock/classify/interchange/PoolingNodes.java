package io.penstock.classify.interchange;

import static io.penstock.classify.interchange.OnnxGraph.attribute;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.Scaling;
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

    /** Probabilities to the power of 1/T, reject weighted, made to add up to 1: the softmax of weighted logarithms. */
    String scaled(String pooled, Scaling scaling) {
        String logarithms = graph.node("logarithms", "Log", List.of(pooled));
        String inverse = graph.floats("inverse-temperature", new float[] {(float) (1 / scaling.temperature())}, 1);
        String softened = graph.node("softened", "Mul", List.of(logarithms, inverse));
        float[] weights = new float[DigitClassifier.CLASSES];
        weights[DigitClassifier.REJECT] = (float) Math.log(scaling.reject());
        String weighted = graph.node("weighted", "Add", List.of(softened, graph.floats("weights", weights, weights.length)));
        return graph.node("calibrated", "Softmax", List.of(weighted), attribute("axis", 1L));
    }
}
