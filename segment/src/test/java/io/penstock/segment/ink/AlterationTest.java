package io.penstock.segment.ink;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.line.DrawnLine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlterationTest {

    @Test
    void aLineThroughAZeroStrikesItOut() {
        try (DrawnLine line = new DrawnLine(90, 90)) {
            assertThat(alteration(line.zero(30, 20).stroke(18, 46, 70, 40))).contains(Alteration.STRUCK_OUT);
        }
    }

    @Test
    void aDigitOverAnotherIsOverwritten() {
        try (DrawnLine line = new DrawnLine(90, 90)) {
            assertThat(alteration(line.zero(30, 20).stroke(30, 24, 56, 60).stroke(56, 24, 30, 60))).contains(Alteration.OVERWRITTEN);
        }
    }

    @Test
    void aScribbleIsOverwriting() {
        try (DrawnLine line = new DrawnLine(90, 90)) {
            for (int y = 20; y < 64; y += 4) {
                line.stroke(30, y, 60, y + 4).stroke(60, y + 4, 30, y + 4);
            }
            assertThat(alteration(line)).contains(Alteration.OVERWRITTEN);
        }
    }

    @Test
    void aZeroASevenWithItsBarAndACrossAreLeftAlone() {
        try (DrawnLine zero = new DrawnLine(90, 90); DrawnLine seven = new DrawnLine(90, 90); DrawnLine cross = new DrawnLine(90, 90)) {
            assertThat(alteration(zero.zero(30, 20))).isEmpty();
            assertThat(alteration(seven.stroke(30, 20, 58, 20).stroke(58, 20, 40, 64).stroke(34, 42, 60, 42))).isEmpty();
            assertThat(alteration(cross.stroke(30, 20, 60, 64).stroke(60, 20, 30, 64))).isEmpty();
        }
    }

    private static Optional<String> alteration(DrawnLine line) {
        Ink ink = line.ink();
        Shape shape = Shape.collect(0, 0, ink.width(), ink.height(), ink.width(), i -> ink.mask()[i]);
        return Alteration.of(shape, 1, DrawnLine.PEN);
    }
}
