package io.penstock.segment.ink;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.line.DrawnLine;
import org.junit.jupiter.api.Test;

class WritingTest {

    private static final Zone ZONE = new Zone(100, 100, 500, 180, 0);

    @Test
    void whatStandsWhollyInsideOrOutsideIsNotCutOff() {
        try (DrawnLine drawn = page().zero(200, 110).zero(200, 20).stroke(540, 40, 540, 240)) {
            assertThat(cutsOff(drawn)).isFalse();
        }
    }

    @Test
    void aDigitOfWhichMoreLiesOutsideIsCutOff() {
        try (DrawnLine drawn = page().zero(200, 110).stroke(300, 10, 310, 150)) {
            assertThat(cutsOff(drawn)).isTrue();
        }
    }

    @Test
    void whatOnlyTouchesTheEdgeIsNotCutOff() {
        try (DrawnLine drawn = page().zero(200, 110).stroke(300, 20, 310, 112)) {
            assertThat(cutsOff(drawn)).isFalse();
        }
    }

    private static DrawnLine page() {
        return new DrawnLine(600, 280);
    }

    private static boolean cutsOff(DrawnLine drawn) {
        return Writing.keepOnly(DrawnLine.SCALE, drawn.ink(), ZONE);
    }
}
