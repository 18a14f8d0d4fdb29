package io.penstock.synth.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.synth.rubbish.StrokeDigit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final byte[] SEVEN = StrokeDigit.draw(7, new SplittableRandom(1));
    private static final byte[] FOUR = StrokeDigit.draw(4, new SplittableRandom(2));

    @Test
    void theSameSeedGivesTheSameVariant() {
        assertThat(variant(Augmentation.standard(), 9)).containsExactly(variant(Augmentation.standard(), 9));
        assertThat(variant(Augmentation.standard(), 9)).isNotEqualTo(variant(Augmentation.standard(), 10));
    }

    @Test
    void withoutStrengthTheDigitStaysAsItIs() {
        float[] same = variant(Augmentation.none(), 3);
        for (int i = 0; i < 784; i++) {
            assertThat(same[i]).isEqualTo((SEVEN[i] & 0xff) / 255f);
        }
    }

    @Test
    void variantsAreInkBetweenPaperAndBlackAndNeverVanish() {
        for (int seed = 0; seed < 300; seed++) {
            float sum = 0;
            for (float value : variant(Augmentation.standard(), seed)) {
                assertThat(value).isBetween(0f, 1f);
                sum += value;
            }
            assertThat(sum).isGreaterThan(10);
        }
    }

    @Test
    void onlyTheAskedPartOfTheTargetIsWritten() {
        float[] target = new float[3 * 784];
        Augmentation.none().apply(SEVEN, FOUR, new SplittableRandom(1), target, 784);
        for (int i = 0; i < 784; i++) {
            assertThat(target[i] + target[2 * 784 + i]).isZero();
        }
    }

    private static float[] variant(Augmentation augmentation, long seed) {
        float[] target = new float[784];
        augmentation.apply(SEVEN, FOUR, new SplittableRandom(seed), target, 0);
        return target;
    }
}
