package io.penstock.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.StrokeDigit;
import io.penstock.train.run.EpochResult;
import io.penstock.train.run.TrainProgress;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitTrialsTest {

    @TempDir
    private Path folder;

    @Test
    void aTrialTrainsWhatItSaysForExactlyItsBudget() throws Exception {
        Trial trial = new Trial(1, Map.of("architecture", "gate", "width", 0.5, "learningRate", 0.003, "augmentation", 0.5,
            "augmentation.rotation", 3.0, "batch", 25.0, "average", 0.9));
        Count progress = new Count();
        TrialResult result = new DigitTrials(digits(100, 1), digits(50, 2), 3, progress).run(1, trial, 200, folder);
        assertThat(progress.batches).isEqualTo(8);
        assertThat(result.samples()).isEqualTo(200);
        MultiLayerNetwork trained = ModelSerializer.restoreMultiLayerNetwork(folder.resolve("best.zip").toFile(), false);
        assertThat(trained.numParams()).as("half as wide").isEqualTo(result.parameters());
        assertThat(trained.getParam("0_W").size(0)).isEqualTo(8);
        trained.close();
        assertThat(result.validationAccuracy()).isBetween(0.0, 1.0);
        assertThat(new DigitTrials(digits(100, 1), digits(50, 2), 3, progress).run(1, trial, 200, folder).validationLoss())
            .as("a finished training is read from its checkpoint").isEqualTo(result.validationLoss());
        assertThat(progress.batches).isEqualTo(8);
    }

    @Test
    void dropoutWhereThereIsNoneIsRefused() {
        Trial trial = new Trial(1, Map.of("architecture", "gate", "dropout", 0.5));
        assertThatThrownBy(() -> new DigitTrials(digits(100, 1), digits(50, 2), 3, new Count()).run(1, trial, 100, folder))
            .isInstanceOf(TuneException.class).hasMessageContaining("gate has no dropout layer");
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

    private static final class Count implements TrainProgress {

        private int batches;

        @Override
        public void advanced(int epoch, int epochs, double done, double loss) {
            batches++;
        }

        @Override
        public void validated(EpochResult result) {
            assertThat(result.validationAccuracy()).isBetween(0.0, 1.0);
        }
    }
}
