package io.penstock.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.classify.model.ModelStore;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginTest {

    @TempDir
    private Path models;

    @Test
    void aShippedNetworkIsBegunWithAsItIs() {
        String shipped = hash("line");
        MultiLayerNetwork one = Origin.stored(shipped, models, TrainOptions.standard(Architecture.LINE, 9, models)).network().get();
        MultiLayerNetwork other = Origin.stored(shipped, models, TrainOptions.standard(Architecture.LINE, 8, models)).network().get();
        try {
            assertThat(one.params().equalsWithEps(other.params(), 0)).as("seeds decide on random weights only").isTrue();
        } finally {
            one.close();
            other.close();
        }
    }

    @Test
    void anotherModelCannotBeBegunWith() {
        Origin origin = Origin.stored(hash("line"), models, TrainOptions.standard(Architecture.GAP5, 9, models));
        assertThatThrownBy(() -> origin.network().get()).isInstanceOf(TrainException.class).hasMessageContaining("ORIGIN_DIFFERS")
            .hasMessageContaining("gap5 with 11 classes");
    }

    @Test
    void aNetworkThatIsNowhereIsSaidSo() {
        Origin origin = Origin.stored("0123456789ab", models, TrainOptions.standard(Architecture.GAP5, 9, models));
        assertThatThrownBy(() -> origin.network().get()).isInstanceOf(TrainException.class).hasMessageContaining("ORIGIN_NOT_FOUND")
            .hasMessageContaining("penstock models");
    }

    private static String hash(String architecture) {
        ModelStore store = ModelStore.shipped();
        return store.networks().stream().filter(hash -> store.record(hash).architecture().equals(architecture)).findFirst().orElseThrow();
    }
}
