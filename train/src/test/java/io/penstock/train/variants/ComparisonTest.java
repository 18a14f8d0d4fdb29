package io.penstock.train.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.Scaling;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.StrokeDigit;
import io.penstock.train.zoo.Architecture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    @TempDir
    private Path folder;

    @Test
    void everyNetworkAndEnsembleIsMeasuredOnEverySet() throws IOException {
        List<String> hashes = List.of(write(1), write(2));
        ModelStore.write(folder, new Ensemble("pair", hashes, 0, new Scaling(1.3, 1),
            new Ensemble.Gate(hashes.get(0), Scaling.NONE, 0.99), List.of(), Map.of(), "by hand"));
        DigitSet digits = drawnDigits();
        List<String> told = new ArrayList<>();
        ComparisonReport report = new Comparison(ModelFolder.of(ModelStore.in(folder)), Map.of("drawn", digits), 2).run(told::add);
        assertThat(told).hasSize(3).contains("pair");
        assertThat(report.figures()).hasSize(3).allSatisfy(one -> assertThat(one.sets().get("drawn").count()).isEqualTo(20));
        assertThat(report.figures().get(0).eceUncalibrated()).containsKey("drawn");
        assertThat(report.markdown()).contains("| variant | accuracy |", "gate " + hashes.get(0), "| pair | 1.300 |", " ± ");
        assertThat(report.page().html()).contains("Learning curves", "Things that are no digits", "before temperature scaling");
    }

    @Test
    void anEmptyFolderIsSaidSo() {
        assertThatThrownBy(() -> ModelFolder.of(ModelStore.in(folder))).isInstanceOf(ModelException.class)
            .hasMessageContaining("MODEL_NOT_FOUND");
    }

    @Test
    void spreadIsThatOfASample() {
        assertThat(Spread.of(1, 2, 3).text(2)).isEqualTo("2.00 ± 1.00");
        assertThat(Spread.of(1).text(1)).isEqualTo("1.0");
    }

    private String write(long seed) throws IOException {
        NativeBackend.prepare();
        MultiLayerNetwork network = Architecture.GATE.create(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, bytes, false);
        String hash = ContentHash.of(bytes.toByteArray()).hex();
        ModelStore.write(folder, new ModelRecord(hash, "gate", network.numParams(), 11, seed, 2, 2, List.of(), "none", Map.of(),
            Map.of("validationAccuracy", 0.1), "2026-11-22", "none", List.of(new ModelRecord.Epoch(1, 2.4, 2.3, 0.1, 0.001, 60),
                new ModelRecord.Epoch(2, 2.3, 2.2, 0.2, 0.001, 60))), bytes.toByteArray());
        network.close();
        return hash;
    }

    private static DigitSet drawnDigits() {
        SplittableRandom random = new SplittableRandom(3);
        byte[] labels = new byte[20];
        byte[][] images = new byte[20][];
        IntStream.range(0, 20).forEach(i -> {
            labels[i] = (byte) (i % 10);
            images[i] = StrokeDigit.draw(i % 10, random);
        });
        return new DigitSet(images, labels);
    }
}
