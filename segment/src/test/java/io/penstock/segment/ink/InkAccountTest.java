package io.penstock.segment.ink;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.UnexplainedInk;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.MatScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class InkAccountTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 100;
    private static final double SCALE = 10;
    private static final List<Zone> WRITING = List.of(new Zone(10, 10, 290, 90, 0));

    @Test
    void aStrokeThatIsPartOfNoCharacterIsCountedByItsLength() {
        List<UnexplainedInk> unexplained = account(ink(50, 20, 50, 80), ink(200, 25, 200, 65));
        assertThat(unexplained).singleElement().satisfies(stroke -> {
            assertThat(stroke.getBox().getX()).isBetween(195, 198);
            assertThat(stroke.getBox().getHeight()).isBetween(42, 48);
            assertThat(stroke.getLength()).isBetween(3.5, 5.5);
        });
        assertThat(InkAccount.isOff(unexplained)).isTrue();
    }

    @Test
    void whatIsTakenForWritingIsExplainedAndSoIsItsEdge() {
        assertThat(account(ink(50, 20, 50, 80), new byte[WIDTH * HEIGHT])).isEmpty();
    }

    @Test
    void whatLiesBesideTheFieldAndSpecksAreNoStrokes() {
        assertThat(account(ink(50, 20, 50, 80), ink(2, 20, 2, 80))).isEmpty();
        assertThat(account(ink(50, 20, 50, 80), ink(200, 50, 200, 50, 2))).isEmpty();
    }

    @Test
    void aShortStrokeIsToldButIsNoDoubt() {
        List<UnexplainedInk> unexplained = account(ink(50, 20, 50, 80), ink(200, 50, 202, 50));
        assertThat(unexplained).hasSize(1);
        assertThat(InkAccount.isOff(unexplained)).isFalse();
    }

    /** Writing that is found whole but for the outermost pixels of its edge, and something beside it. */
    private static List<UnexplainedInk> account(byte[] writing, byte[] beside) {
        byte[] ink = new byte[writing.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) (writing[i] | beside[i]);
        }
        try (MatScope mats = new MatScope()) {
            Mat gray = mats.own(new Mat(HEIGHT, WIDTH, CvType.CV_8U));
            Patch patch = new Patch(gray, Homography.scaleAndShift(1, 1, 0, 0), SCALE, new Area(0, 0, WIDTH / SCALE, HEIGHT / SCALE));
            return new InkAccount(patch).unexplained(ink, writing, WRITING);
        }
    }

    private static byte[] ink(int fromX, int fromY, int toX, int toY) {
        return ink(fromX, fromY, toX, toY, 5);
    }

    private static byte[] ink(int fromX, int fromY, int toX, int toY, int pen) {
        try (MatScope mats = new MatScope()) {
            Mat mask = mats.own(new Mat(HEIGHT, WIDTH, CvType.CV_8U, new Scalar(0)));
            Imgproc.line(mask, new Point(fromX, fromY), new Point(toX, toY), new Scalar(1), pen);
            byte[] pixels = new byte[WIDTH * HEIGHT];
            mask.get(0, 0, pixels);
            return pixels;
        }
    }
}
