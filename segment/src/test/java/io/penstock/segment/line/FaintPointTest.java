package io.penstock.segment.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaintPointTest {

    private static final int LEFT = 40;
    private static final int TOP = 40;
    private static final int STEP = 44;
    private static final int FOOT = TOP + 42;
    private static final int GAP = LEFT + 2 * STEP - 9;

    private static DrawnLine zeros() {
        DrawnLine line = new DrawnLine(300, 120);
        for (int i = 0; i < 4; i++) {
            line.zero(LEFT + i * STEP, TOP);
        }
        return line;
    }

    private static List<String> reasons(DrawnLine line) {
        return FreeCutter.cutWhole(line.page()).reasons();
    }

    @ParameterizedTest
    @CsvSource({"3, 190", "4, 170", "2, 60"})
    void aFaintOrTinySpeckBetweenDigitsMayBeThePoint(int size, int tone) {
        try (DrawnLine line = zeros().stroke(GAP, FOOT, GAP, FOOT, size, tone)) {
            assertThat(reasons(line)).contains(FreeCutter.FAINT_POINT);
        }
    }

    @Test
    void aCleanLineAndOneWithAPlainPointHaveNone() {
        try (DrawnLine clean = zeros(); DrawnLine plain = zeros().stroke(GAP, FOOT, GAP, FOOT, 9, 60)) {
            assertThat(reasons(clean)).isEmpty();
            assertThat(reasons(plain)).isEmpty();
        }
    }

    @Test
    void aSpeckAboveTheDigitsIsNone() {
        try (DrawnLine line = zeros().stroke(GAP, TOP + 3, GAP, TOP + 3, 3, 190)) {
            assertThat(reasons(line)).isEmpty();
        }
    }

    @Test
    void paperThatHasSpecksEverywhereTellsNothing() {
        try (DrawnLine line = zeros()) {
            for (int i = 0; i < 4; i++) {
                line.stroke(GAP - STEP + i * STEP, FOOT, GAP - STEP + i * STEP, FOOT, 3, 190);
                line.stroke(GAP - STEP + i * STEP, TOP + 15, GAP - STEP + i * STEP, TOP + 15, 3, 190);
            }
            assertThat(reasons(line)).isEmpty();
        }
    }
}
