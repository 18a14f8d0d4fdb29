package io.penstock.segment.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrikeThroughTest {

    @Test
    void aNumberWithALineThroughItIsStruckOut() {
        try (DrawnLine level = zeros(); DrawnLine slanting = zeros(); DrawnLine first = zeros()) {
            assertThat(isStruckOut(level.stroke(20, 44, 180, 40))).isTrue();
            assertThat(isStruckOut(slanting.stroke(24, 60, 176, 24))).isTrue();
            assertThat(isStruckOut(first.stroke(24, 50, 108, 40))).as("only the first two of four").isTrue();
        }
    }

    @Test
    void whatIsWrittenOftenIsNot() {
        try (DrawnLine plain = zeros(); DrawnLine underlined = zeros(); DrawnLine joined = zeros();
             DrawnLine sevens = new DrawnLine(300, 90);
             DrawnLine ended = zeros()) {
            assertThat(isStruckOut(plain)).isFalse();
            assertThat(isStruckOut(underlined.stroke(20, 72, 180, 70))).as("underlined").isFalse();
            assertThat(isStruckOut(joined.stroke(40, 22, 170, 22))).as("joined at the top").isFalse();
            for (int x = 30; x < 200; x += 50) {
                sevens.stroke(x, 20, x + 30, 20).stroke(x + 30, 20, x + 12, 64).stroke(x + 2, 42, x + 40, 42);
            }
            assertThat(isStruckOut(sevens)).as("sevens with bars").isFalse();
            assertThat(isStruckOut(ended.stroke(190, 74, 216, 14).stroke(200, 44, 280, 44))).as("/-").isFalse();
        }
    }

    private static DrawnLine zeros() {
        DrawnLine line = new DrawnLine(300, 90);
        for (int x = 30; x < 180; x += 40) {
            line.zero(x, 20);
        }
        return line;
    }

    private static boolean isStruckOut(DrawnLine line) {
        return StrikeThrough.in(line.writing());
    }
}
