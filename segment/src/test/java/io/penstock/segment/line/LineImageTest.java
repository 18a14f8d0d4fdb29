package io.penstock.segment.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.image.PageImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineImageTest {

    @Test
    void digitsFillTheSameRowsHoweverLargeTheyAreScanned() {
        try (DrawnLine small = new DrawnLine(160, 60).zero(20, 8).stroke(70, 10, 70, 50);
             DrawnLine large = new DrawnLine(300, 200).stroke(60, 30, 60, 150, 14, 60).stroke(160, 30, 160, 150, 14, 60)) {
            for (DrawnLine line : new DrawnLine[] {small, large}) {
                int[] rows = IntStream.range(0, LineImage.HEIGHT).filter(y -> darkest(image(line), y) > 128).toArray();
                assertThat(rows[rows.length - 1] - rows[0] + 1).isBetween(20, 25);
                assertThat((rows[0] + rows[rows.length - 1]) / 2.0).isBetween(14.0, 17.5);
            }
        }
    }

    @Test
    void aLineThatClimbsIsLevelled() {
        try (DrawnLine line = new DrawnLine(420, 120)) {
            for (int i = 0; i < 6; i++) {
                line.zero(20 + 60 * i, 60 - 6 * i);
            }
            int[] rows = IntStream.range(0, LineImage.HEIGHT).filter(y -> darkest(image(line), y) > 128).toArray();
            assertThat(rows[rows.length - 1] - rows[0] + 1).isBetween(20, 25);
        }
    }

    @Test
    void whatLiesFarAboveAndBesideTheLineNeitherShiftsNorShrinksIt() {
        try (DrawnLine clean = new DrawnLine(300, 160).zero(60, 100).zero(100, 100);
             DrawnLine soiled = new DrawnLine(300, 160).zero(60, 100).zero(100, 100).stroke(200, 4, 240, 4, 8, 60)) {
            assertThat(image(soiled).columns()).isEqualTo(image(clean).columns());
            assertThat(image(soiled).box()).isEqualTo(image(clean).box());
        }
    }

    @Test
    void theBoxIsWhereTheWritingIsAndColumnsBeyondItArePaper() {
        try (DrawnLine line = new DrawnLine(300, 80).zero(40, 20).zero(100, 20)) {
            LineImage image = image(line);
            assertThat(image.box().getX()).isBetween(24, 40);
            assertThat(image.box().getX() + image.box().getWidth()).isBetween(126, 144);
            assertThat(image.columns()).isBetween(45, 75);
            assertThat(IntStream.range(0, LineImage.HEIGHT * LineImage.WIDTH).filter(i -> i % LineImage.WIDTH >= image.columns())
                .map(i -> image.pixels()[i])).containsOnly(0);
        }
    }

    @Test
    void aLineLongerThanThePictureIsMadeNarrower() {
        try (DrawnLine line = new DrawnLine(1400, 80)) {
            for (int x = 20; x < 1300; x += 50) {
                line.zero(x, 20);
            }
            assertThat(image(line).columns()).isEqualTo(LineImage.WIDTH);
        }
    }

    @Test
    void whereNothingIsWrittenThereIsNoPicture() {
        try (DrawnLine line = new DrawnLine(200, 80); PageImage page = line.page()) {
            assertThat(FreeCutter.picture(page)).isEmpty();
        }
    }

    private static LineImage image(DrawnLine line) {
        try (PageImage page = line.page()) {
            return FreeCutter.picture(page).orElseThrow();
        }
    }

    private static int darkest(LineImage image, int y) {
        return IntStream.range(0, LineImage.WIDTH).map(x -> image.pixels()[y * LineImage.WIDTH + x] & 0xff).max().orElseThrow();
    }
}
