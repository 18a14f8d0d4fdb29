package io.penstock.train.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.DataFolder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SetFiguresTest {

    @Test
    void classesAndInkAreCounted() {
        byte[] half = new byte[784];
        Arrays.fill(half, 0, 392, (byte) 255);
        SetFigures figures = SetFigures.of("some", new DigitSet(new byte[][] {half, new byte[784], half}, new byte[] {3, 0, 3}));
        assertThat(figures.byClass()).containsExactly(1, 0, 0, 2, 0, 0, 0, 0, 0, 0);
        assertThat(figures.mean()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(figures.sd()).isCloseTo(Math.sqrt(2) / 3, within(1e-9));
        assertThat(figures.inkOf()[3]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void noiseOfPaperIsItsStandardDeviationAndAFlatImageHasNone() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] noisy = new byte[784];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (byte) Math.round(25 + 6 * random.nextGaussian());
        }
        NoiseLevel noise = NoiseLevel.of(new DigitSet(new byte[][] {noisy}, new byte[1]));
        assertThat(noise.paper()).isCloseTo(6, within(0.5));
        assertThat(noise.laplace()).isCloseTo(6, within(0.8));
        assertThat(noise.specks()).isZero();
        assertThat(NoiseLevel.of(new DigitSet(new byte[1][784], new byte[1])).laplace()).isZero();
    }

    @Test
    void aLonePixelBesideADigitIsASpeckAndADigitOfOnePieceHasNone() {
        byte[] bar = new byte[784];
        for (int y = 5; y < 23; y++) {
            bar[y * 28 + 14] = (byte) 255;
        }
        byte[] specked = bar.clone();
        specked[5 * 28 + 3] = (byte) 200;
        assertThat(NoiseLevel.of(new DigitSet(new byte[][] {bar, specked}, new byte[2])).specks()).isEqualTo(0.5);
    }

    @Test
    void mnistHasTheClassesThatEverybodyCounts() {
        DataFolder data = DataFolder.locate(null);
        assumeTrue(data.hasMnist(), "no MNIST in " + data.root());
        SetFigures figures = SetFigures.of("mnist", data.mnistTrain());
        assertThat(figures.byClass()).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(figures.mean()).isCloseTo(0.1307, within(5e-5));
        assertThat(figures.sd()).isCloseTo(0.3081, within(5e-5));
    }
}
