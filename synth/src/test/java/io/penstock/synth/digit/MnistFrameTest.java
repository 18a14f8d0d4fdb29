package io.penstock.synth.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MnistFrameTest {

    @Test
    void inkFillsTwentyPixelsByItsLongerSideAndItsMassIsInTheMiddle() {
        float[] ink = new float[100 * 60];
        for (int y = 10; y < 50; y++) {
            for (int x = 70; x < 80; x++) {
                ink[y * 100 + x] = 1;
            }
        }
        byte[] glyph = MnistFrame.fit(ink, 100, 60);
        assertThat(extent(glyph, true)).isEqualTo(20);
        assertThat(extent(glyph, false)).isBetween(5, 6);
        assertThat(mass(glyph, true)).isCloseTo(14, within(0.1));
        assertThat(mass(glyph, false)).isCloseTo(14, within(0.1));
    }

    @Test
    void paperStaysPaper() {
        assertThat(MnistFrame.fit(new float[100], 10, 10)).containsOnly(0);
    }

    private static int extent(byte[] glyph, boolean rows) {
        int first = 28;
        int last = -1;
        for (int i = 0; i < 784; i++) {
            if ((glyph[i] & 0xff) > 60) {
                first = Math.min(first, rows ? i / 28 : i % 28);
                last = Math.max(last, rows ? i / 28 : i % 28);
            }
        }
        return last - first + 1;
    }

    private static double mass(byte[] glyph, boolean rows) {
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < 784; i++) {
            sum += glyph[i] & 0xff;
            moment += (glyph[i] & 0xff) * ((rows ? i / 28 : i % 28) + 0.5);
        }
        return moment / sum;
    }
}
