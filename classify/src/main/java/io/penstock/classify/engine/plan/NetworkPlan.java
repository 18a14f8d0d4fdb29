package io.penstock.classify.engine.plan;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * All that a trained network does to a glyph, in order; the last step's values go through a softmax.
 *
 * @param steps at least one; the first takes a glyph of 1×28×28, the last gives one value for each class
 */
public record NetworkPlan(List<Step> steps) {

    /** Returns the plan of a network, which stays the caller's; nothing where it has a layer that no step stands for. */
    public static Optional<NetworkPlan> of(MultiLayerNetwork network) {
        return new PlanReader().read(network).map(NetworkPlan::new);
    }

    /** Returns how many classes the softmax has. */
    public int classes() {
        return steps.get(steps.size() - 1).out().size();
    }
}
