package io.penstock.segment.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.ink.Ink;
import org.junit.jupiter.api.Test;

class BoxEdgesTest {

    @Test
    void anEdgeHigherThanTheDigitsIsErased() {
        try (DrawnLine line = new DrawnLine(200, 80).zero(60, 20).zero(100, 20).stroke(190, 8, 190, 78, 3, 60)) {
            Ink ink = line.ink();

            assertThat(BoxEdges.erase(ink)).isTrue();
            assertThat(inked(ink, 186, 195)).isZero();
            assertThat(inked(ink, 55, 130)).isPositive();
        }
    }

    @Test
    void aPieceOfAnEdgeFarFromTheDigitsIsErased() {
        try (DrawnLine line = new DrawnLine(220, 80).zero(60, 20).zero(100, 20).stroke(210, 40, 210, 76, 3, 60)) {
            Ink ink = line.ink();

            assertThat(BoxEdges.erase(ink)).isTrue();
            assertThat(inked(ink, 205, 215)).isZero();
        }
    }

    @Test
    void aOneAtTheSideStays() {
        try (DrawnLine line = new DrawnLine(160, 64).stroke(10, 10, 10, 54).zero(30, 10).zero(70, 10).zero(110, 10)) {
            assertThat(BoxEdges.erase(line.ink())).isFalse();
        }
    }

    @Test
    void onesAloneStay() {
        try (DrawnLine line = new DrawnLine(60, 64).stroke(5, 10, 5, 54).stroke(54, 10, 54, 54)) {
            assertThat(BoxEdges.erase(line.ink())).isFalse();
        }
    }

    private static int inked(Ink ink, int from, int to) {
        int count = 0;
        for (int y = 0; y < ink.height(); y++) {
            for (int x = from; x < to; x++) {
                count += ink.mask()[y * ink.width() + x];
            }
        }
        return count;
    }
}
