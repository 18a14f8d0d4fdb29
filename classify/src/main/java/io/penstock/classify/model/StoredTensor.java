package io.penstock.classify.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One parameter of a network as a quantized file holds it, in row-major order.
 *
 * <p>A weight is an integer from -127 to 127 times the scale of its output channel: symmetric, so that 0 stays 0.
 *
 * @param shape  its lengths along each axis
 * @param axis   the axis of output channels; -1 where the values are stored as floats
 * @param scales one an output channel; empty where the values are stored as floats
 * @param values what it is after storing
 */
record StoredTensor(long[] shape, int axis, float[] scales, float[] values) {

    private static final int FLOATS = -1;
    private static final int GREATEST = 127;

    /** Rounds a parameter to what can be stored; biases and the statistics of batch normalization are kept as they are. */
    static StoredTensor of(String key, INDArray parameter) {
        float[] values;
        try (INDArray rowMajor = parameter.dup('c')) {
            values = rowMajor.data().asFloat();
        }
        long[] shape = parameter.shape();
        if (!key.endsWith("_W")) {
            return new StoredTensor(shape, FLOATS, new float[0], values);
        }
        // a convolution's weights are [out, in, height, width], a dense layer's [in, out]
        int axis = shape.length == 4 ? 0 : 1;
        float[] scales = scales(values, shape, axis);
        for (int i = 0; i < values.length; i++) {
            float scale = scales[channel(i, shape, axis)];
            values[i] = Math.round(values[i] / scale) * scale;
        }
        return new StoredTensor(shape, axis, scales, values);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(axis);
        for (float scale : scales) {
            out.writeFloat(scale);
        }
        for (int i = 0; i < values.length; i++) {
            if (axis == FLOATS) {
                out.writeFloat(values[i]);
            } else {
                out.writeByte(Math.round(values[i] / scales[channel(i, shape, axis)]));
            }
        }
    }

    /** Reads the parameter that belongs where {@code target} is. */
    static StoredTensor read(DataInputStream in, INDArray target) throws IOException {
        if (target == null) {
            throw new IOException("the file holds weights that its network does not have");
        }
        long[] shape = target.shape();
        int axis = in.readByte();
        if (axis < FLOATS || axis >= shape.length) {
            throw new IOException("the file names an axis that its weights do not have");
        }
        float[] scales = new float[axis == FLOATS ? 0 : (int) shape[axis]];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = in.readFloat();
        }
        float[] values = new float[(int) target.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = axis == FLOATS ? in.readFloat() : in.readByte() * scales[channel(i, shape, axis)];
        }
        return new StoredTensor(shape, axis, scales, values);
    }

    void assignTo(INDArray target) {
        try (INDArray restored = Nd4j.create(values, shape, 'c')) {
            target.assign(restored);
        }
    }

    private static float[] scales(float[] values, long[] shape, int axis) {
        float[] scales = new float[(int) shape[axis]];
        for (int i = 0; i < values.length; i++) {
            int channel = channel(i, shape, axis);
            scales[channel] = Math.max(scales[channel], Math.abs(values[i]) / GREATEST);
        }
        for (int i = 0; i < scales.length; i++) {
            scales[i] = scales[i] == 0 ? 1 : scales[i];
        }
        return scales;
    }

    private static int channel(int index, long[] shape, int axis) {
        long inner = LongStream.of(Arrays.copyOfRange(shape, axis + 1, shape.length)).reduce(1, (a, b) -> a * b);
        return (int) (index / inner % shape[axis]);
    }
}
