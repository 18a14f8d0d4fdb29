package io.penstock.classify.engine.onednn;

import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;

/**
 * A network compiled for batches of one size.
 *
 * @param batch      glyphs at once
 * @param images     what goes in: batch × rows × columns
 * @param operations in order; the memory that they work on belongs to the network
 * @param answers    what comes out: batch × classes, of lines batch × classes × frames
 */
record Program(int batch, FloatBuffer images, List<Operation> operations, FloatBuffer answers) {

    /**
     * One primitive and what it works on.
     *
     * @param kernel    name of what oneDNN chose
     * @param primitive compiled for this CPU
     * @param arguments memory by its role
     */
    record Operation(String kernel, primitive primitive, IntMemoryMap arguments) {
    }

    /** Answers the glyphs from place {@code first} on. */
    void run(stream stream, float[] glyphs, int first, float[][] distributions) {
        images.put(0, glyphs, first * (images.capacity() / batch), images.capacity());
        for (Operation operation : operations) {
            operation.primitive().execute(stream, operation.arguments());
        }
        stream._wait();
        int classes = answers.capacity() / batch;
        for (int i = 0; i < batch; i++) {
            distributions[first + i] = new float[classes];
            answers.get(i * classes, distributions[first + i]);
        }
    }
}
