package io.penstock.classify.engine.plan;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * All that a trained network does to a glyph or a line, in order; the last step's values go through a softmax over the channels.
 *
 * @param steps at least one; the first takes what {@link Shape#inputOf} says, the last gives one value for each class, of a line for each
 *              class and frame
 */
public record NetworkPlan(List<Step> steps) {

    /** Returns the plan of a network, which stays the caller's; nothing where it has a layer that no step stands for. */
    public static Optional<NetworkPlan> of(MultiLayerNetwork network) {
        return new PlanReader(Shape.inputOf(network)).read(network).map(NetworkPlan::new);
    }

    /** Returns what goes in. */
    public Shape in() {
        return steps.get(0).in();
    }

    /** Returns what comes out: a channel for each class. */
    public Shape out() {
        return steps.get(steps.size() - 1).out();
    }
}
