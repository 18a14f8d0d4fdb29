package io.penstock.segment.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.ink.Blobs;
import io.penstock.segment.ink.Ink;
import org.junit.jupiter.api.Test;

class RuleLinesTest {

    @Test
    void erasesATiltedLineAndKeepsTheStrokesThatCrossIt() {
        try (DrawnLine drawn = new DrawnLine(300, 80).stroke(0, 60, 299, 66, 2, 100).stroke(80, 20, 80, 75).stroke(160, 20, 160, 75)) {
            Ink ink = drawn.ink();

            assertThat(new RuleLines(ink, DrawnLine.SCALE).erase()).isTrue();

            assertThat(ink.mask()[61 * 300 + 20]).as("the line").isZero();
            assertThat(ink.mask()[62 * 300 + 80]).as("a stroke where the line crosses it").isEqualTo((byte) 1);
            assertThat(Blobs.of(ink).list()).filteredOn(blob -> blob.height() > 40).hasSize(2);
        }
    }

    @Test
    void leavesTheFeetOfDigitsAlone() {
        try (DrawnLine drawn = new DrawnLine(200, 80)) {
            for (int x = 10; x < 170; x += 30) {
                drawn.zero(x, 20);
            }
            Ink ink = drawn.ink();
            byte[] before = ink.mask().clone();

            assertThat(new RuleLines(ink, DrawnLine.SCALE).erase()).isFalse();
            assertThat(ink.mask()).isEqualTo(before);
        }
    }

    @Test
    void leavesADashAndAnUprightOneAlone() {
        try (DrawnLine drawn = new DrawnLine(200, 60).stroke(20, 4, 20, 56).stroke(90, 30, 180, 30)) {
            assertThat(new RuleLines(drawn.ink(), DrawnLine.SCALE).erase()).isFalse();
        }
    }
}
