package io.penstock.train.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.StrokeDigit;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationGlyphsTest {

    private static final byte[] LABELS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void digitsComeFirstThenCopiesThenRubbish() {
        DigitSet digits = digits();
        DigitSet all = CalibrationGlyphs.of(digits, 2, 15).all();
        assertThat(all.size()).isEqualTo(10 + 20 + 15);
        assertThat(all.images()[3]).isEqualTo(digits.images()[3]);
        assertThat(all.labels()[13]).isEqualTo((byte) 3);
        assertThat(all.images()[13]).isNotEqualTo(digits.images()[3]);
        assertThat(all.labels()[44]).isEqualTo((byte) DigitClassifier.REJECT);
    }

    @Test
    void theSameDigitsGiveTheSameGlyphs() {
        assertThat(CalibrationGlyphs.of(digits(), 1, 5).all().images()).isDeepEqualTo(CalibrationGlyphs.of(digits(), 1, 5).all().images());
    }

    private static DigitSet digits() {
        SplittableRandom random = new SplittableRandom(2);
        return new DigitSet(IntStream.range(0, 10).mapToObj(digit -> StrokeDigit.draw(digit, random)).toArray(byte[][]::new), LABELS);
    }
}
