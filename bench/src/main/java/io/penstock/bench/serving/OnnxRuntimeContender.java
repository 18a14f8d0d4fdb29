package io.penstock.bench.serving;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.penstock.classify.interchange.OnnxExport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** An exported model in ONNX Runtime: one session, one thread in it, all optimizations of the graph. */
final class OnnxRuntimeContender implements Contender {

    private static final int PIXELS = 28 * 28;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int batch;
    private final FloatBuffer pixels;

    /** Loads a model that is asked about so many glyphs at once. */
    OnnxRuntimeContender(byte[] model, int batch) {
        this.batch = batch;
        this.pixels = ByteBuffer.allocateDirect(batch * PIXELS * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the model", e);
        }
    }

    @Override
    public float[][] classify(List<byte[]> glyphs) {
        float[][] answers = new float[glyphs.size()][];
        for (int from = 0; from < glyphs.size(); from += batch) {
            List<byte[]> some = glyphs.subList(from, Math.min(glyphs.size(), from + batch));
            System.arraycopy(answer(some), 0, answers, from, some.size());
        }
        return answers;
    }

    private float[][] answer(List<byte[]> glyphs) {
        pixels.clear();
        for (byte[] glyph : glyphs) {
            for (byte pixel : glyph) {
                pixels.put((pixel & 0xff) / 255f);
            }
        }
        pixels.flip();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, pixels, new long[] {glyphs.size(), 1, 28, 28});
             OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the model", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close its session", e);
        }
    }
}
