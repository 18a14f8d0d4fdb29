package io.penstock.synth.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WriterTest {

    private static final double HEIGHT = 5;

    @Test
    void sameSeedAndCallsGiveTheSameInk() {
        assertThat(new Writer(7, 0.3).writeLine("1,234.56", HEIGHT, 0)).isEqualTo(new Writer(7, 0.3).writeLine("1,234.56", HEIGHT, 0));
    }

    @Test
    void neverWritesADigitTwiceTheSame() {
        Writer writer = new Writer(7, 0.2);
        Set<Ink> inks = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            inks.add(writer.write('5', HEIGHT));
        }
        assertThat(inks).hasSize(50);
    }

    @Test
    void writersDifferInTheirHand() {
        Set<Hand> hands = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            hands.add(new Writer(seed, 0.2).hand());
        }
        assertThat(hands).hasSize(50);
    }

    @Test
    void digitsStandOnTheirLineAndHaveTheHeightAskedFor() {
        for (int seed = 0; seed < 100; seed++) {
            Writer writer = new Writer(seed, 0.2);
            for (char digit = '0'; digit <= '9'; digit++) {
                Rectangle2D bounds = writer.write(digit, HEIGHT).bounds();
                assertThat(bounds.getMaxY()).as("foot of %s by writer %d", digit, seed).isBetween(-0.2 * HEIGHT, 0.25 * HEIGHT);
                assertThat(bounds.getHeight()).as("height of %s by writer %d", digit, seed).isBetween(0.8 * HEIGHT, 1.35 * HEIGHT);
            }
        }
    }

    @Test
    void everySymbolThatFormsNeedCanBeWritten() {
        Writer writer = new Writer(1, 0.2);
        assertThat(writer.symbols()).contains('X', '-', '/', ',', '.', '$', '₹');
        writer.symbols().forEach(symbol -> assertThat(writer.write(symbol, HEIGHT).isEmpty()).isFalse());
    }

    @Test
    void neighboursInALineStayApartUnlessTheyShallTouch() {
        for (int seed = 0; seed < 60; seed++) {
            assertThat(smallestGap(Ink.of(new Writer(seed, 0.2).writeLine("88", HEIGHT, 0)))).as("writer %d", seed).isPositive();
            assertThat(smallestGap(Ink.of(new Writer(seed, 0.2).writeLine("00", HEIGHT, 1)))).as("writer %d", seed).isNegative();
        }
    }

    /** Between the strokes of the first digit and those of the last; both digits are written in an equal number of strokes. */
    private static double smallestGap(Ink line) {
        double gap = Double.MAX_VALUE;
        int first = line.strokes().size() / 2;
        for (PenStroke left : line.strokes().subList(0, first)) {
            for (PenStroke right : line.strokes().subList(line.strokes().size() - first, line.strokes().size())) {
                for (PenPoint p : left.points()) {
                    for (PenPoint q : right.points()) {
                        gap = Math.min(gap, Math.hypot(p.x() - q.x(), p.y() - q.y()) - (p.width() + q.width()) / 2);
                    }
                }
            }
        }
        return gap;
    }

    @Test
    void unknownSymbolsAndSloppinessAreRefused() {
        assertThatThrownBy(() -> new Writer(1, 0.2).write('?', HEIGHT)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'?'");
        assertThatThrownBy(() -> new Writer(1, 1.1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 to 1");
    }

    @Test
    void contactSheetShowsInkInEveryCell() {
        BufferedImage sheet = ContactSheet.draw("0123456789X", 6, 0.2, 1);
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 22; column++) {
                assertThat(darkShare(sheet.getSubimage(column * ContactSheet.CELL, row * ContactSheet.CELL,
                    ContactSheet.CELL, ContactSheet.CELL))).isBetween(0.01, 0.35);
            }
        }
    }

    private static double darkShare(BufferedImage cell) {
        int dark = 0;
        for (int y = 0; y < cell.getHeight(); y++) {
            for (int x = 0; x < cell.getWidth(); x++) {
                dark += (cell.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return (double) dark / (cell.getWidth() * cell.getHeight());
    }
}
