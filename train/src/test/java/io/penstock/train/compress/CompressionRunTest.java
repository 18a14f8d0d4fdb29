package io.penstock.train.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.NetworkFile;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.StrokeDigit;
import io.penstock.train.compress.CompressionException.Code;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.sample.TrainingData;
import io.penstock.train.zoo.Architecture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionRunTest {

    @TempDir
    private Path folder;

    @Test
    void everyStepLeavesALoadableNetworkThatKnowsItsParent() throws Exception {
        String parent = untrained();
        CompressionRecipe recipe = new CompressionRecipe(0.5, Importance.TAYLOR, 0.6, true, 1, 1e-3, 0.5, 1);
        CompressionReport report = run().run(parent, recipe, List.of());
        assertThat(report.rows()).extracting(CompressedModel::label).containsExactly("lenet-5",
            "lenet-5, 50 % of channels out (taylor)", "lenet-5, 50 % of channels out (taylor), 60 % of weights zero",
            "lenet-5, 50 % of channels out (taylor), 60 % of weights zero, 8-bit weights");
        CompressedModel whole = report.rows().get(0);
        CompressedModel narrow = report.rows().get(1);
        CompressedModel sparse = report.rows().get(2);
        CompressedModel stored = report.rows().get(3);
        assertThat(narrow.parameters()).isLessThan(whole.parameters() / 3);
        assertThat(sparse.nonZero()).isBetween(sparse.parameters() / 3, sparse.parameters() / 2);
        assertThat(sparse.bytes()).isLessThan(narrow.bytes());
        assertThat(stored.bytes()).isLessThan(sparse.bytes() * 2 / 3);
        assertThat(report.rows()).allMatch(row -> row.glyphsPerSecond() > 0);
        ModelStore store = ModelStore.in(folder.resolve("models"));
        assertThat(store.record(narrow.hash()).recipe()).containsEntry("parent", parent);
        assertThat(store.record(stored.hash()).recipe()).containsEntry("parent", sparse.hash());
        assertThat(store.record(stored.hash()).measured()).containsEntry("testAccuracy", stored.testAccuracy());
        assertThat(NetworkFile.isQuantized(store.weights(stored.hash()))).isTrue();
    }

    /** With next to no learning rate what is left of the parent's weights is still there. */
    @Test
    void learningGoesOnFromTheParentsWeights() throws Exception {
        String parent = untrained();
        CompressionReport report = run().run(parent, new CompressionRecipe(0, Importance.L1, 0.5, false, 1, 1e-9, 0.5, 1), List.of());
        MultiLayerNetwork before = network(parent);
        MultiLayerNetwork after = network(report.rows().get(1).hash());
        float[] weights = Weights.of(before.getParam("4_W")).values();
        float[] left = Weights.of(after.getParam("4_W")).values();
        int kept = 0;
        for (int i = 0; i < left.length; i++) {
            assertThat(left[i] == 0 || Math.abs(left[i] - weights[i]) < 1e-5).as("weight " + i).isTrue();
            kept += left[i] != 0 ? 1 : 0;
        }
        assertThat(kept).isGreaterThan(left.length / 4);
        before.close();
        after.close();
    }

    @Test
    void theReportIsWrittenAsPageAndAsJson() throws Exception {
        CompressionRecipe recipe = new CompressionRecipe(0, Importance.L1, 0, true, 1, 1e-3, 0.5, 1);
        CompressionReport report = run().run(untrained(), recipe, List.of());
        report.writeJson(folder.resolve("report/report.json"));
        assertThat(Files.readString(folder.resolve("report/report.json"))).contains("\"glyphsPerSecond\"");
        assertThat(new CompressionPage(report).page().html()).contains("lenet-5, 8-bit weights", "data:image/png");
    }

    @Test
    void aRecipeThatDoesNothingOrTooMuchIsRefused() {
        assertThatThrownBy(() -> new CompressionRecipe(0, Importance.L1, 0, false, 1, 1e-3, 1, 1)).hasMessageContaining("nothing to do");
        assertThatThrownBy(() -> new CompressionRecipe(1, Importance.L1, 0, false, 1, 1e-3, 1, 1))
            .isInstanceOfSatisfying(CompressionException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_RECIPE));
    }

    private CompressionRun run() {
        DigitSet training = digits(128, 1);
        return new CompressionRun(new TrainingData(training, digits(40, 2), 0, 0, 0), digits(50, 3),
            ModelStore.in(folder.resolve("source")),
            folder.resolve("models"), folder.resolve("work"), TrainProgress.silent());
    }

    private MultiLayerNetwork network(String hash) throws IOException {
        return NetworkFile.restore(ModelStore.in(folder.resolve("models")).weights(hash));
    }

    private String untrained() throws IOException {
        NativeBackend.prepare();
        MultiLayerNetwork network = Architecture.LENET_5.create(3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, bytes, false);
        String hash = ContentHash.of(bytes.toByteArray()).hex();
        ModelStore.write(folder.resolve("source"), new ModelRecord(hash, "lenet-5", network.numParams(), 10, 3, 1, 1, List.of(), "none",
            Map.of(), Map.of(), "2026-01-01", "test", List.of()), bytes.toByteArray());
        network.close();
        return hash;
    }

    private static DigitSet digits(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] images = new byte[count][];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
            images[i] = StrokeDigit.draw(i % 10, random);
        }
        return new DigitSet(images, labels);
    }
}
