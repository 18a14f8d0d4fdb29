package io.penstock.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.penstock.synth.digit.DigitSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitmapDigitsTest {

    @TempDir
    private Path folder;

    @Test
    void aLineOfSemeionIsAnImageAndALabel() throws IOException {
        String pixels = "0.0000 1.0000 ".repeat(128);
        Path file = Files.writeString(folder.resolve("semeion"), pixels + "0 0 0 0 1 0 0 0 0 0 \n");
        DigitSet digits = BitmapDigits.semeion(file);
        assertThat(digits.labels()).containsExactly(4);
        assertThat(digits.images()[0]).hasSize(784);
    }

    @Test
    void opticalDigitsAreReadAfterTheirHeader() throws IOException {
        String bar = ("0".repeat(14) + "1111" + "0".repeat(14) + "\n").repeat(32);
        Path file = Files.writeString(folder.resolve("optical"), "a header\nentwidth = 32\n\n" + bar + " 1\n" + bar + " 7\n");
        DigitSet digits = BitmapDigits.optical(file);
        assertThat(digits.labels()).containsExactly(1, 7);
        assertThat(digits.images()[0][14 * 28 + 14] & 0xff).isGreaterThan(200);
    }

    @Test
    void nothingOfTheTestHalvesIsInTheTrainingHalves() {
        DigitSet all = numbered(1934);
        assertThat(BitmapDigits.semeionTraining(all).plus(BitmapDigits.semeionTest(all)).images()).isDeepEqualTo(all.images());
        assertThat(BitmapDigits.opticalTraining(all).images()).isDeepEqualTo(Arrays.copyOf(all.images(), 903));
        assertThat(BitmapDigits.opticalTest(all).images()).isDeepEqualTo(Arrays.copyOfRange(all.images(), 967, 1934));
    }

    @Test
    void semeionIsCutWhereItsFourthRoundOfDigitsEnds() {
        DataFolder data = DataFolder.locate(null);
        assumeTrue(Files.exists(data.semeion()), "no Semeion in " + data.root());
        DigitSet training = PublishedSet.SEMEION_TRAIN.read(data);
        DigitSet test = PublishedSet.SEMEION_TEST.read(data);
        assertThat(training.labels()).hasSize(796).endsWith(9, 9, 9);
        assertThat(test.labels()).hasSize(797).startsWith(0, 0, 0);
    }

    @Test
    void aSetThatIsUnknownIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> PublishedSet.of("mnist")).hasMessageContaining("UNKNOWN_SET").hasMessageContaining("mnist-test");
    }

    private static DigitSet numbered(int size) {
        byte[][] images = IntStream.range(0, size).mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)}).toArray(byte[][]::new);
        return new DigitSet(images, new byte[size]);
    }

    @Test
    void aLineThatIsTooShortIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("semeion"), "0 1 0\n");
        assertThatThrownBy(() -> BitmapDigits.semeion(file)).hasMessageContaining("WRONG_LENGTH");
    }
}
