package io.penstock.classify.engine.plan;

import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** What is done to each value that a step gives. All of them grow with their argument, so each may change places with a maximum. */
public enum Activation {
    /** Nothing. */
    IDENTITY,
    /** Negative values become 0. */
    RELU,
    /** Hyperbolic tangent. */
    TANH;

    /** Returns the activation that Deeplearning4j calls so, where it is one of these. */
    static Optional<Activation> of(IActivation activation) {
        if (activation instanceof ActivationIdentity) {
            return Optional.of(IDENTITY);
        } else if (activation instanceof ActivationReLU) {
            return Optional.of(RELU);
        } else if (activation instanceof ActivationTanH) {
            return Optional.of(TANH);
        }
        return Optional.empty();
    }
}
