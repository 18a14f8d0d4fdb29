package io.penstock.segment.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.glyph.Cut;
import io.penstock.segment.ink.Slant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatticeTest {

    @Test
    void digitsThatDoNotTouchAreOnePieceEach() {
        try (DrawnLine line = new DrawnLine(200, 80).zero(20, 20).stroke(80, 20, 80, 64).zero(110, 20)) {
            Lattice lattice = lattice(line);

            assertThat(lattice.candidates()).anyMatch(run -> isAt(run, 20, 46)).anyMatch(run -> isAt(run, 110, 136));
        }
    }

    @Test
    void digitsThatTouchAreSplitWhereTheyTouch() {
        try (DrawnLine line = new DrawnLine(200, 80).zero(20, 20).zero(44, 20).zero(68, 20)) {
            Lattice lattice = lattice(line);

            assertThat(lattice.candidates()).as("each zero").anyMatch(run -> isAt(run, 20, 45)).anyMatch(run -> isAt(run, 45, 69))
                .anyMatch(run -> isAt(run, 69, 94));
        }
    }

    @Test
    void zerosJoinedByAStrokeAreSplitBesideEachOther() {
        try (DrawnLine line = new DrawnLine(260, 80).zero(20, 20).zero(70, 20).zero(120, 20)
            .stroke(33, 21, 83, 21).stroke(83, 21, 133, 21)) {
            Lattice lattice = lattice(line);

            assertThat(lattice.candidates()).anyMatch(run -> run.shape().x() > 50 && run.shape().x() <= 72 && run.shape().right() >= 95
                && run.shape().right() < 118);
        }
    }

    @Test
    void aBrokenStrokeIsJoined() {
        try (DrawnLine line = new DrawnLine(200, 80).zero(20, 20).stroke(80, 20, 105, 20).stroke(104, 30, 88, 64)) {
            Lattice lattice = lattice(line);

            assertThat(lattice.candidates()).anyMatch(run -> isAt(run, 78, 108) && run.shape().height() > 45
                && run.evidence().joins() == 1 && run.evidence().prior() > 0.1);
        }
    }

    @Test
    void digitsFarApartAreNotJoinedReadily() {
        try (DrawnLine line = new DrawnLine(200, 80).stroke(40, 20, 40, 64).stroke(70, 20, 70, 64)) {
            Lattice lattice = lattice(line);

            assertThat(lattice.candidates()).filteredOn(run -> run.to() - run.from() == 2)
                .allMatch(run -> run.evidence().prior() < 0.1);
        }
    }

    @Test
    void everyRunOfOnePieceIsThereSoThatTheEndsAreAlwaysJoined() {
        try (DrawnLine line = new DrawnLine(260, 80).zero(20, 20).zero(44, 20).stroke(100, 20, 220, 60).zero(150, 20)) {
            Lattice lattice = lattice(line);

            List<Integer> single = lattice.candidates().stream().filter(run -> run.to() - run.from() == 1).map(Lattice.Candidate::from)
                .toList();
            assertThat(single).hasSize(lattice.nodes() - 1).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLeaningHandIsMadeUprightAndItsBoxesStayWhereTheInkIs() {
        try (DrawnLine line = new DrawnLine(260, 80)) {
            for (int x = 40; x <= 200; x += 40) {
                line.stroke(x, 64, x + 20, 20);
            }
            Cut cut = FreeCutter.cutWhole(line.page());

            assertThat(Slant.of(line.ink())).isBetween(0.35, 0.6);
            assertThat(cut.glyphs()).filteredOn(glyph -> glyph.getTo() == glyph.getFrom() + 1).hasSize(5).first()
                .satisfies(glyph -> {
                    assertThat(glyph.getBox().getX()).isBetween(35, 39);
                    assertThat(glyph.getBox().getWidth()).isBetween(22, 30);
                });
        }
    }

    @Test
    void anEmptyFieldHasNothingWritten() {
        try (DrawnLine line = new DrawnLine(200, 80)) {
            assertThat(FreeCutter.cutWhole(line.page()).nodes()).isEqualTo(1);
        }
    }

    @Test
    void faintWritingOnCleanPaperIsSeen() {
        try (DrawnLine line = new DrawnLine(120, 80).stroke(40, 20, 40, 64, 4, 208).stroke(70, 20, 70, 64, 4, 208)) {
            assertThat(FreeCutter.cutWhole(line.page()).nodes()).isEqualTo(3);
        }
    }

    private static Lattice lattice(DrawnLine line) {
        return new Lattice(line.patch(), line.ink(), 0, line.writing(), 6);
    }

    private static boolean isAt(Lattice.Candidate run, int left, int right) {
        return Math.abs(run.shape().x() - left) <= 5 && Math.abs(run.shape().right() - right) <= 5;
    }
}
