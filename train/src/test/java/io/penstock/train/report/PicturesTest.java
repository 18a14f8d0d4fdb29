package io.penstock.train.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {

    @Test
    void aSheetShowsInkDarkOnLightWithItsLabelBeneath() throws Exception {
        byte[] ink = new byte[784];
        Arrays.fill(ink, (byte) 255);
        BufferedImage sheet = image(new GlyphSheet(3).add(ink, "").add(new byte[784], "0\n0.98").png());
        assertThat(sheet.getRGB(30, 30) & 0xff).isZero();
        assertThat(sheet.getRGB(30 + 56 + 8, 30) & 0xff).isEqualTo(255);
        assertThat(sheet.getHeight()).isGreaterThan(56 + 2 * 8 + 12);
    }

    @Test
    void aSheetRefusesWhatIsNoGlyph() {
        assertThatThrownBy(() -> new GlyphSheet(3).add(new byte[783], "")).hasMessageContaining("784");
    }

    @Test
    void anEmptySheetIsStillAPicture() throws Exception {
        assertThat(image(new GlyphSheet(3).png()).getWidth()).isPositive();
    }

    @Test
    void chartsArePictures() throws Exception {
        double[] x = {0, 1, 2};
        byte[] lines = new LineChart("t", "x", "y").line("a", x, x).step("b", x, x).points("c", x, x).reference("d", x, x)
            .horizontally(0, 2).vertically(0, 2).png();
        byte[] logarithmic = new LineChart("", "x", "y").line("a", x, new double[] {1, 10, 100}).logarithmically().png();
        byte[] bars = new BarChart("t", "x", "y", List.of("0", "1")).series("a", new double[] {1, 2}).vertically(0, 3).png();
        byte[] map = new HeatMap("x", "y", List.of("0", "1"), List.of("0", "1"), new int[][] {{980, 1}, {0, 1134}}).png();
        for (byte[] picture : List.of(lines, logarithmic, bars, map)) {
            assertThat(image(picture).getWidth()).isGreaterThan(100);
        }
    }

    private static BufferedImage image(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
