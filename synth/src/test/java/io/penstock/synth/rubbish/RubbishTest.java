package io.penstock.synth.rubbish;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.synth.digit.DigitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RubbishTest {

    private static final DigitSet DIGITS = new DigitSet(
        IntStream.range(0, 10).mapToObj(digit -> StrokeDigit.draw(digit, new SplittableRandom(digit))).toArray(byte[][]::new),
        new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

    @ParameterizedTest
    @EnumSource(Rubbish.class)
    void everyKindIsInkOnAGlyphAndComesFromItsSeedAlone(Rubbish kind) {
        for (int seed = 0; seed < 20; seed++) {
            byte[] glyph = kind.draw(DIGITS, new SplittableRandom(seed));
            assertThat(glyph).hasSize(784).isEqualTo(kind.draw(DIGITS, new SplittableRandom(seed)));
            assertThat(ink(glyph)).isGreaterThan(10 * 255);
        }
    }

    @Test
    void drawnDigitsVary() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(StrokeDigit.draw(4, random)).isNotEqualTo(StrokeDigit.draw(4, random));
    }

    private static int ink(byte[] glyph) {
        int sum = 0;
        for (byte value : glyph) {
            sum += value & 0xff;
        }
        return sum;
    }
}
