package io.penstock.segment.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Writing;
import org.junit.jupiter.api.Test;

class CellFrameTest {

    @Test
    void aFaintAskewFrameIsDroppedWithItsCornersAndTheWritingStays() {
        try (DrawnLine cell = new DrawnLine(220, 120).zero(60, 40).zero(100, 40).stroke(145, 40, 145, 84)) {
            cell.stroke(0, 8, 219, 12, 3, 170).stroke(0, 108, 219, 112, 3, 170).stroke(5, 0, 8, 119, 3, 170)
                .stroke(212, 0, 214, 119, 3, 170);

            CellFrame frame = CellFrame.around(cell.ink(), DrawnLine.SCALE);

            assertThat(frame.zone().edges()).isEqualTo(4);
            assertThat(frame.zone().top()).isBetween(8.0, 12.0);
            assertThat(frame.zone().right()).isBetween(211.0, 215.0);
            Writing writing = Writing.of(DrawnLine.SCALE, frame.ink(), frame.zone());
            assertThat(writing.written()).as("two zeros and a one").hasSize(3);
            assertThat(writing.digitHeight()).isBetween(42.0, 50.0);
        }
    }

    @Test
    void aLineThatIsWrittenOnIsNoFrame() {
        try (DrawnLine line = new DrawnLine(260, 80)) {
            for (int x = 20; x < 220; x += 40) {
                line.zero(x, 22);
            }
            Ink ink = line.stroke(0, 66, 259, 66, 2, 120).ink();

            assertThat(CellFrame.around(ink, DrawnLine.SCALE).zone().edges()).isZero();
        }
    }

    @Test
    void ruledPaperIsNoFrame() {
        try (DrawnLine line = new DrawnLine(260, 120).zero(60, 38).zero(160, 38)) {
            for (int y = 8; y < 120; y += 16) {
                line.stroke(0, y, 259, y, 1, 150);
            }
            assertThat(CellFrame.around(line.ink(), DrawnLine.SCALE).zone().edges()).isZero();
        }
    }

    @Test
    void theFeetOfDigitsAndATallOneAreNoFrame() {
        try (DrawnLine line = new DrawnLine(200, 64).stroke(10, 3, 10, 60)) {
            for (int x = 30; x < 180; x += 30) {
                line.zero(x, 10);
            }
            Ink ink = line.ink();
            assertThat(CellFrame.around(ink, DrawnLine.SCALE).ink()).isSameAs(ink);
        }
    }
}
