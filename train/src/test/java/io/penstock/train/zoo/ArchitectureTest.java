package io.penstock.train.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.classify.engine.NativeBackend;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @BeforeAll
    static void prepare() {
        NativeBackend.prepare();
    }

    @Test
    void theSeedNetworkHasItsParameters() {
        assertThat(parameters(Architecture.CNN)).isEqualTo(330_346);
    }

    @Test
    void theRejectNetworkIsSmall() {
        assertThat(parameters(Architecture.REJECT)).isLessThan(50_000);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        MultiLayerNetwork first = Architecture.REJECT.create(3);
        MultiLayerNetwork second = Architecture.REJECT.create(3);
        assertThat(first.params()).isEqualTo(second.params());
        first.close();
        second.close();
    }

    private static long parameters(Architecture architecture) {
        MultiLayerNetwork network = architecture.create(1);
        try {
            return network.numParams();
        } finally {
            network.close();
        }
    }
}
