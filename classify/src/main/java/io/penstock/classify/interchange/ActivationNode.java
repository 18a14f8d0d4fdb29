package io.penstock.classify.interchange;

import static io.penstock.classify.interchange.OnnxGraph.attribute;

import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import java.util.List;
import onnx.Onnx.AttributeProto;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * The ONNX operation that an activation is.
 *
 * @param operator   name of the operation; empty: none is needed
 * @param attributes what the operation is set to
 */
record ActivationNode(String operator, List<AttributeProto> attributes) {

    /** Returns the operation of an activation. */
    static ActivationNode of(IActivation activation) {
        if (activation instanceof ActivationIdentity) {
            return new ActivationNode("", List.of());
        } else if (activation instanceof ActivationReLU) {
            return new ActivationNode("Relu", List.of());
        } else if (activation instanceof ActivationLReLU leaky) {
            return new ActivationNode("LeakyRelu", List.of(attribute("alpha", leaky.getAlpha())));
        } else if (activation instanceof ActivationTanH) {
            return new ActivationNode("Tanh", List.of());
        } else if (activation instanceof ActivationSigmoid) {
            return new ActivationNode("Sigmoid", List.of());
        } else if (activation instanceof ActivationSoftmax) {
            return new ActivationNode("Softmax", List.of(attribute("axis", 1L)));
        }
        throw new ModelException(Code.MODEL_NOT_EXPORTABLE, "there is no export for the activation " + activation
            + ": docs/architecture.md lists what can be exported", null);
    }

    String append(OnnxGraph graph, String name, String input) {
        return operator.isEmpty() ? input : graph.node(name, operator, List.of(input), attributes.toArray(AttributeProto[]::new));
    }
}
