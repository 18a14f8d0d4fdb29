package io.penstock.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.sample.SampleSource;
import io.penstock.train.sample.Validation;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains the smallest network to tell level bars from upright ones. */
class TrainerTest {

    private static final int EPOCHS = 2;

    @TempDir
    private Path folder;

    @Test
    void aTinyTrainingLearnsAndLeavesItsHistory() throws Exception {
        TrainedNetwork trained = trainer("run", false, TrainProgress.silent()).train();
        assertThat(trained.history()).hasSize(EPOCHS);
        assertThat(trained.best().validationAccuracy()).isGreaterThan(0.9);
        assertThat(trained.weights()).exists();
        assertThat(Files.readAllLines(folder.resolve("run/history.csv"))).hasSize(1 + EPOCHS)
            .first().isEqualTo("epoch,loss,validation_accuracy,validation_loss,rate,seconds");
    }

    @Test
    void aRunThatWasBrokenOffGoesOnAsIfItHadNotBeen() throws Exception {
        TrainedNetwork unbroken = trainer("unbroken", false, TrainProgress.silent()).train();
        assertThatThrownBy(() -> trainer("broken", false, new StopAfterFirstEpoch()).train()).hasMessage("power cut");
        TrainedNetwork resumed = trainer("broken", true, TrainProgress.silent()).train();
        assertThat(resumed.history()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
            .isEqualTo(unbroken.history());
        assertThat(ModelExport.of(resumed.weights()).hash()).isEqualTo(ModelExport.of(unbroken.weights()).hash());
    }

    @Test
    void aFolderThatHoldsARunIsNotOverwritten() throws Exception {
        trainer("run", false, TrainProgress.silent()).train();
        assertThatThrownBy(() -> trainer("run", false, TrainProgress.silent()).train()).isInstanceOf(TrainException.class)
            .hasMessageContaining("RUN_EXISTS");
    }

    @Test
    void aRunIsNotGoneOnWithUnderOtherOptions() throws Exception {
        trainer("run", false, TrainProgress.silent()).train();
        TrainOptions other = new TrainOptions(Architecture.GATE, 2, 6, EPOCHS, 32, Schedule.COSINE, 2e-3, 0.9, 0,
            folder.resolve("run"), true);
        assertThatThrownBy(() -> new Trainer(other, new Bars(10, 0), validation(), TrainProgress.silent()).train())
            .isInstanceOf(TrainException.class).hasMessageContaining("RUN_DIFFERS").hasMessageContaining("seed 6");
    }

    @Test
    void aNetworkThatIsGivenIsTrainedOn() throws Exception {
        MultiLayerNetwork given = Architecture.GATE.create(9, 2);
        given.params().assign(0);
        TrainOptions still = new TrainOptions(Architecture.GATE, 2, 5, 1, 32, Schedule.CONSTANT, 1e-12, 0, 0, folder.resolve("run"), true);
        TrainedNetwork trained = new Trainer(still, new Bars(1, 0), validation(), TrainProgress.silent(), new Origin("zero", () -> given))
            .train();
        assertThat(trained.best().validationLoss()).isCloseTo(Math.log(2), within(1e-6));
    }

    @Test
    void aRunIsNotGoneOnWithFromAnotherOrigin() throws Exception {
        trainer("run", false, TrainProgress.silent()).train();
        TrainOptions same = new TrainOptions(Architecture.GATE, 2, 5, EPOCHS, 32, Schedule.COSINE, 2e-3, 0.9, 0, folder.resolve("run"),
            true);
        Origin other = new Origin("0123456789ab", () -> Architecture.GATE.create(9, 2));
        assertThatThrownBy(() -> new Trainer(same, new Bars(10, 0), validation(), TrainProgress.silent(), other).train())
            .hasMessageContaining("RUN_DIFFERS").hasMessageContaining("from 0123456789ab");
    }

    @Test
    void theTrainingEndsWhereNoEpochGetsBetter() throws Exception {
        TrainOptions patient = new TrainOptions(Architecture.GATE, 2, 5, 20, 32, Schedule.CONSTANT, 1e-3, 0, 2,
            folder.resolve("run"), true);
        TrainedNetwork trained = new Trainer(patient, new Bars(4, 1), validation(), TrainProgress.silent()).train();
        assertThat(trained.history().size()).isEqualTo(trained.best().epoch() + 2).isLessThan(20);
    }

    @Test
    void theSameWeightsArePackedIntoTheSameBytes() throws Exception {
        Path weights = trainer("run", false, TrainProgress.silent()).train().weights();
        ModelExport first = ModelExport.of(weights);
        Files.setLastModifiedTime(weights, FileTime.fromMillis(0));
        assertThat(ModelExport.of(weights).hash()).isEqualTo(first.hash());
        assertThat(first.hash().hex()).hasSize(12);
    }

    private Trainer trainer(String run, boolean resume, TrainProgress progress) {
        TrainOptions options = new TrainOptions(Architecture.GATE, 2, 5, EPOCHS, 32, Schedule.COSINE, 2e-3, 0.9, 0,
            folder.resolve(run), resume);
        return new Trainer(options, new Bars(10, 0), validation(), progress);
    }

    private static Validation validation() {
        byte[][] images = new byte[60][];
        byte[] labels = new byte[60];
        for (int i = 0; i < images.length; i++) {
            labels[i] = (byte) (i % 2);
            images[i] = bar(i % 2, new SplittableRandom(1000 + i));
        }
        return Validation.of(new DigitSet(images, labels));
    }

    private static byte[] bar(int upright, SplittableRandom random) {
        byte[] image = new byte[784];
        int at = random.nextInt(4, 24);
        for (int k = 4; k < 24; k++) {
            image[upright == 1 ? k * 28 + at : at * 28 + k] = (byte) 255;
        }
        return image;
    }

    private record Bars(int batches, int mistaken) implements SampleSource {

        @Override
        public int size() {
            return 32 * batches;
        }

        @Override
        public void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset) {
            byte[] image = bar(index % 2, random);
            Augmentation.none().apply(image, image, random, features, offset);
            labels[labelsOffset + (index + mistaken) % 2] = 1;
        }
    }

    private static final class StopAfterFirstEpoch implements TrainProgress {

        @Override
        public void advanced(int epoch, int epochs, double done, double loss) {
            if (epoch == 2) {
                throw new IllegalStateException("power cut");
            }
        }

        @Override
        public void validated(EpochResult result) {
            assertThat(result.epoch()).isEqualTo(1);
        }
    }
}
