package io.penstock.train.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EpochBatchesTest {

    @Test
    void theSameSeedGivesTheSameBatchesWhateverTheThreadsDo() throws InterruptedException {
        assertThat(all(7)).usingRecursiveComparison().isEqualTo(all(7));
        assertThat(all(7).get(0).features()).isNotEqualTo(all(8).get(0).features());
    }

    @Test
    void everySampleComesOnceButForTheLastIncompleteBatch() throws InterruptedException {
        Set<Float> seen = new HashSet<>();
        for (Batch batch : all(1)) {
            for (int i = 0; i < batch.size(); i++) {
                seen.add(batch.features()[i * 784]);
            }
        }
        assertThat(seen).hasSize(40);
    }

    @Test
    void labelsAreOneAtTheClass() throws InterruptedException {
        Batch batch = all(1).get(0);
        for (int i = 0; i < batch.size(); i++) {
            int index = (int) batch.features()[i * 784];
            assertThat(batch.labels()[i * 3 + index % 3]).isEqualTo(1);
        }
    }

    private static List<Batch> all(long seed) throws InterruptedException {
        List<Batch> batches = new ArrayList<>();
        try (EpochBatches epoch = new EpochBatches(new Numbers(), 3, 10, seed)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                batches.add(batch);
            }
        }
        return batches;
    }

    /** Samples that carry their number in the first pixel and a random value in the second. */
    private record Numbers() implements SampleSource {

        @Override
        public int size() {
            return 47;
        }

        @Override
        public void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset) {
            features[offset] = index;
            features[offset + 1] = (float) random.nextDouble();
            labels[labelsOffset + index % 3] = 1;
        }
    }
}
