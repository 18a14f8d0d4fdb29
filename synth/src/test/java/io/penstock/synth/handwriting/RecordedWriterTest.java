package io.penstock.synth.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedWriterTest {

    private static final RecordedPath SEVEN = RecordedPath.ofTablet(List.of(new int[] {10, 200, 60, 200, 40, 100},
        new int[] {20, 150, 60, 150}));

    @Test
    void aDigitIsWrittenAlongItsOwnPathInAnotherPen() {
        Ink ink = new RecordedWriter(hand(), 5).write(7, 6);

        Rectangle2D bounds = ink.bounds();
        assertThat(ink.strokes()).hasSize(2);
        assertThat(bounds.getHeight()).isBetween(5.0, 8.0);
        assertThat(bounds.getMaxY()).isBetween(-0.6, 1.2);
    }

    @Test
    void theSameSeedWritesTheSameAndTwoDigitsAreNeverTheSame() {
        RecordedWriter writer = new RecordedWriter(hand(), 5);
        Ink first = writer.write(7, 6);

        assertThat(new RecordedWriter(hand(), 5).write(7, 6)).isEqualTo(first);
        assertThat(writer.write(7, 6)).isNotEqualTo(first);
        assertThat(writer.knows(7)).isTrue();
        assertThat(writer.knows(3)).isFalse();
    }

    @Test
    void aRecordingWithoutAPlaceIsNone() {
        assertThatThrownBy(() -> RecordedPath.ofTablet(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordedHand hand() {
        List<List<RecordedPath>> digits = new ArrayList<>();
        for (int digit = 0; digit < 10; digit++) {
            digits.add(digit == 7 ? List.of(SEVEN) : List.of());
        }
        return new RecordedHand(digits);
    }
}
