package io.penstock.classify.engine.plan;

import org.deeplearning4j.nn.conf.ConvolutionMode;

/**
 * What a convolution or pooling sees at once and how it moves; each value for rows, then columns.
 *
 * @param kernel its size
 * @param stride how far it moves
 * @param before rows above and columns left of the map that count as zero
 * @param after  rows below and columns right of the map that count as zero
 */
public record Window(int[] kernel, int[] stride, int[] before, int[] after) {

    /** Returns Deeplearning4j's window over maps of a size: its mode "same" pads so that only the stride makes maps smaller. */
    static Window of(Shape in, ConvolutionMode mode, int[] kernel, int[] stride, int[] padding) {
        if (mode != ConvolutionMode.Same) {
            return new Window(kernel, stride, padding, padding);
        }
        int[] size = {in.height(), in.width()};
        int[] before = new int[2];
        int[] after = new int[2];
        for (int axis = 0; axis < 2; axis++) {
            int steps = (size[axis] + stride[axis] - 1) / stride[axis];
            int padded = Math.max(0, (steps - 1) * stride[axis] + kernel[axis] - size[axis]);
            before[axis] = padded / 2;
            after[axis] = padded - padded / 2;
        }
        return new Window(kernel, stride, before, after);
    }

    boolean isPadded() {
        return before[0] + before[1] + after[0] + after[1] > 0;
    }

    Shape over(Shape in, int channels) {
        return new Shape(channels, positions(0, in.height()), positions(1, in.width()));
    }

    private int positions(int axis, int size) {
        return (size + before[axis] + after[axis] - kernel[axis]) / stride[axis] + 1;
    }
}
