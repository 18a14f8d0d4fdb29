package io.penstock.train.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.classify.interchange.OnnxExport;
import io.penstock.synth.rubbish.StrokeDigit;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ExportedZooTest {

    private static final int GLYPHS = 20;

    private final float[] pixels = drawnDigits();

    @ParameterizedTest
    @EnumSource(value = Architecture.class, names = {"LINE", "LINE_DEEP"})
    void theReaderOfLinesAnswersInOnnxRuntimeAsItDoesHere(Architecture architecture) throws OrtException {
        NativeBackend.prepare();
        Random random = new Random(3);
        float[] line = new float[Shape.LINE.size()];
        for (int i = 0; i < line.length; i++) {
            line[i] = random.nextFloat();
        }
        MultiLayerNetwork network = architecture.create(7);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, 1, Shape.LINE.height(), Shape.LINE.width()};
        try (INDArray input = Nd4j.create(line, shape, 'c'); INDArray output = network.output(input);
             OrtSession session = environment.createSession(OnnxExport.network(network, architecture.id()));
             OnnxTensor lines = OnnxTensor.createTensor(environment, FloatBuffer.wrap(line), shape);
             OrtSession.Result result = session.run(Map.of(OnnxExport.LINES, lines))) {
            float[][][][] there = (float[][][][]) result.get(OnnxExport.OUTPUT).orElseThrow().getValue();
            for (int i = 0; i < DigitClassifier.FRAME_CLASSES; i++) {
                for (int frame = 0; frame < DigitClassifier.FRAMES; frame++) {
                    assertThat(there[0][i][0][frame]).isCloseTo(output.getFloat(0, i, 0, frame), within(1e-5f));
                }
            }
        } finally {
            network.close();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Architecture.class, mode = EnumSource.Mode.EXCLUDE, names = {"LINE", "LINE_DEEP"})
    void eachNetworkAnswersInOnnxRuntimeAsItDoesHere(Architecture architecture) throws OrtException {
        NativeBackend.prepare();
        MultiLayerNetwork network = architecture.create(7);
        try (INDArray glyphs = Nd4j.create(pixels, new int[] {GLYPHS, 1, 28, 28}); INDArray output = network.output(glyphs)) {
            float[][] there = inOnnxRuntime(OnnxExport.network(network, architecture.id()));
            float[][] here = output.toFloatMatrix();
            for (int glyph = 0; glyph < GLYPHS; glyph++) {
                assertThat(there[glyph]).hasSize(architecture.classes() == 10 ? 11 : architecture.classes());
                for (int i = 0; i < there[glyph].length; i++) {
                    float expected = i < here[glyph].length ? here[glyph][i] : 0;
                    assertThat(there[glyph][i]).as("glyph %d, class %d", glyph, i).isCloseTo(expected, within(1e-5f));
                }
            }
        } finally {
            network.close();
        }
    }

    private float[][] inOnnxRuntime(byte[] model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
             OnnxTensor glyphs = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), new long[] {GLYPHS, 1, 28, 28});
             OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, glyphs))) {
            return (float[][]) result.get(OnnxExport.OUTPUT).orElseThrow().getValue();
        }
    }

    private static float[] drawnDigits() {
        SplittableRandom random = new SplittableRandom(11);
        float[] pixels = new float[GLYPHS * 784];
        for (int glyph = 0; glyph < GLYPHS; glyph++) {
            byte[] drawn = StrokeDigit.draw(glyph % 10, random);
            for (int i = 0; i < drawn.length; i++) {
                pixels[glyph * drawn.length + i] = (drawn[i] & 0xff) / 255f;
            }
        }
        return pixels;
    }
}
