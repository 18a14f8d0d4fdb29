package io.penstock.synth.handwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PennedDigitTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void isWrittenByAnotherHandEachTimeAndFillsItsFrame(int digit) {
        Set<Integer> drawings = new HashSet<>();
        SplittableRandom random = new SplittableRandom(digit);
        for (int i = 0; i < 40; i++) {
            byte[] glyph = PennedDigit.draw(digit, random);
            drawings.add(Arrays.hashCode(glyph));
            assertThat(glyph).hasSize(784);
            assertThat(inkedRows(glyph) + inkedColumns(glyph)).as("extent of a %d", digit).isGreaterThan(19);
        }
        assertThat(drawings).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9})
    void isDecidedByTheRandomState(int digit) {
        assertThat(PennedDigit.draw(digit, new SplittableRandom(7))).isEqualTo(PennedDigit.draw(digit, new SplittableRandom(7)));
    }

    private static int inkedRows(byte[] glyph) {
        int rows = 0;
        for (int y = 0; y < 28; y++) {
            int most = 0;
            for (int x = 0; x < 28; x++) {
                most = Math.max(most, glyph[28 * y + x] & 0xff);
            }
            rows += most > 40 ? 1 : 0;
        }
        return rows;
    }

    private static int inkedColumns(byte[] glyph) {
        byte[] turned = new byte[glyph.length];
        for (int i = 0; i < glyph.length; i++) {
            turned[i % 28 * 28 + i / 28] = glyph[i];
        }
        return inkedRows(turned);
    }
}
