package io.penstock.classify.interchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.ensemble.Slant;
import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.Scaling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class ExportedEnsembleTest {

    private static final int GLYPHS = 5;

    @TempDir
    private Path folder;

    private final float[] pixels = pixels();

    @Test
    void membersArePooledThenScaledAndOneWithoutARejectClassGivesItNothing() throws OrtException {
        assertPooled(List.of(network(1, 11), network(2, 11), network(3, 10)), 0, new Scaling(1.7, 0.4));
    }

    @Test
    void eachMemberSeesAllSlants() throws OrtException {
        assertPooled(List.of(network(1, 11), network(2, 10)), 0.3, new Scaling(1.2, 2));
    }

    @Test
    void whereNoMemberHasARejectClassNothingIsRejected() throws OrtException {
        assertPooled(List.of(network(1, 10), network(2, 10)), 0, new Scaling(0.8, 1));
    }

    @Test
    void aLayerWithoutAnExportIsNamed() {
        MultiLayerNetwork network = network(1, 10, new LocalResponseNormalization());
        assertThatThrownBy(() -> OnnxExport.network(network, "odd")).isInstanceOf(ModelException.class)
            .hasMessageStartingWith("MODEL_NOT_EXPORTABLE").hasMessageContaining("layer odd/0").hasMessageContaining("LocalResponse");
        network.close();
    }

    private void assertPooled(List<MultiLayerNetwork> members, double slant, Scaling scaling) throws OrtException {
        List<String> hashes = members.stream().map(this::stored).toList();
        Ensemble ensemble = new Ensemble("test", hashes, slant, scaling, null, List.of(), Map.of(), "");
        try (OnnxSession session = new OnnxSession(OnnxExport.ensemble(ModelStore.in(folder), ensemble))) {
            Probabilities.assertSame(session.probabilities(pixels), pooledThenScaled(members, slant, scaling));
        }
        members.forEach(MultiLayerNetwork::close);
    }

    private float[][] pooledThenScaled(List<MultiLayerNetwork> members, double slant, Scaling scaling) {
        float[][] answers = new float[GLYPHS][DigitClassifier.CLASSES];
        Slant[] views = Slant.views(slant);
        for (Slant view : views) {
            for (MultiLayerNetwork member : members) {
                add(answers, member, view.of(pixels), members.size() * views.length);
            }
        }
        Arrays.setAll(answers, glyph -> scaling.of(answers[glyph]));
        return answers;
    }

    private static void add(float[][] answers, MultiLayerNetwork member, float[] seen, int count) {
        try (INDArray glyphs = Nd4j.create(seen, new int[] {GLYPHS, 1, 28, 28}); INDArray output = member.output(glyphs)) {
            float[][] answer = output.toFloatMatrix();
            for (int glyph = 0; glyph < GLYPHS; glyph++) {
                for (int i = 0; i < answer[glyph].length; i++) {
                    answers[glyph][i] += answer[glyph][i] / count;
                }
            }
        }
    }

    private String stored(MultiLayerNetwork network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel(network, bytes, false);
        } catch (IOException e) {
            throw new IllegalStateException("memory is always writable", e);
        }
        String hash = ContentHash.of(bytes.toByteArray()).hex();
        ModelStore.write(folder, new ModelRecord(hash, "test", network.numParams(), 11, 1, 1, 1, List.of(), "", Map.of(), Map.of(), "", "",
            List.of()), bytes.toByteArray());
        return hash;
    }

    private static MultiLayerNetwork network(long seed, int classes) {
        return network(seed, classes, new DenseLayer.Builder().nOut(20).activation(Activation.RELU).build());
    }

    private static MultiLayerNetwork network(long seed, int classes, Layer first) {
        NativeBackend.prepare();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(seed).list().layer(first)
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(classes).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(28, 28, 1)).build());
        network.init();
        return network;
    }

    private static float[] pixels() {
        Random random = new Random(4);
        float[] pixels = new float[GLYPHS * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(4) == 0 ? random.nextFloat() : 0;
        }
        return pixels;
    }
}
