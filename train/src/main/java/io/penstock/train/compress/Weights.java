package io.penstock.train.compress;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A copy of one parameter of a network, in row-major order.
 *
 * @param values its values
 * @param shape  its lengths along each axis: a convolution's weights are [out, in, height, width], a dense layer's [in, out], all others
 *               [1, out]
 */
record Weights(float[] values, long[] shape) {

    static Weights of(INDArray parameter) {
        try (INDArray rowMajor = parameter.dup('c')) {
            return new Weights(rowMajor.data().asFloat(), parameter.shape().clone());
        }
    }

    int outputAxis() {
        return shape.length == 4 ? 0 : shape.length - 1;
    }

    /** Returns the axis of inputs, or -1 where there is none: the parameter belongs to an output channel. */
    int inputAxis() {
        boolean isVector = shape.length == 1 || shape.length == 2 && shape[0] == 1;
        return isVector ? -1 : shape.length == 4 ? 1 : 0;
    }

    int outputs() {
        return (int) shape[outputAxis()];
    }

    /** Returns the output channel that the value at a place in {@link #values} belongs to. */
    int output(int index) {
        return index / inner(outputAxis()) % outputs();
    }

    /** Returns only some places of one axis, in the order given. */
    Weights select(int axis, int[] places) {
        int inner = inner(axis);
        int length = (int) shape[axis];
        int outer = values.length / inner / length;
        float[] selected = new float[outer * places.length * inner];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < places.length; i++) {
                System.arraycopy(values, (o * length + places[i]) * inner, selected, (o * places.length + i) * inner, inner);
            }
        }
        long[] selectedShape = shape.clone();
        selectedShape[axis] = places.length;
        return new Weights(selected, selectedShape);
    }

    void assignTo(INDArray parameter) {
        try (INDArray source = Nd4j.create(values, shape, 'c')) {
            parameter.assign(source);
        }
    }

    private int inner(int axis) {
        int inner = 1;
        for (int i = axis + 1; i < shape.length; i++) {
            inner *= (int) shape[i];
        }
        return inner;
    }
}
