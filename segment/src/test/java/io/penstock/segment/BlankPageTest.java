package io.penstock.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blank backs are told to be blank, and nothing else is; negatives are read. */
class BlankPageTest {

    private static final int PAPER = 243;

    private final FormReader reader = new FormReader(SegmentConfig.of(Map.of()));

    @ParameterizedTest
    @CsvSource({"850,1100,0", "850,1100,3", "1700,2200,6", "2480,3508,9", "1564,966,5"})
    void paperIsBlankHoweverGrainy(int width, int height, double grain) throws IOException {
        assertBlank(paper(width, height, grain, graphics -> { }));
    }

    @Test
    void anEmptyPageIsBlank() throws IOException {
        BufferedImage white = paper(2480, 3508, 0, graphics -> fill(graphics, 255, 0, 0, 2480, 3508));
        assertBlank(white);
        assertBlank(paper(600, 400, 0, graphics -> fill(graphics, 255, 0, 0, 600, 400)));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 30, 90})
    void shadowsAtTheEdgesAreNothing(int width) throws IOException {
        assertBlank(paper(1700, 2200, 4, graphics -> {
            for (int x = 0; x < width; x++) {
                fill(graphics, 20 + (PAPER - 20) * x / width, x, 0, 1, 2200);
            }
            fill(graphics, 5, 0, 0, 1700, width / 3);
        }));
        assertBlank(paper(1700, 2200, 4, graphics -> {
            fill(graphics, 10, 0, 0, 1700, 2200);
            graphics.rotate(0.006, 850, 1100);
            fill(graphics, PAPER, width, width, 1700 - 2 * width, 2200 - 2 * width);
        }));
    }

    @Test
    void theOtherSideShowingThroughIsNothing() throws IOException {
        BufferedImage other = ImageIO.read(new ByteArrayInputStream(new DrawnForm(DrawnForm.shipped("tally"), 6, 0).page("a").getImage()
            .array()));
        int width = other.getWidth();
        assertBlank(paper(width, other.getHeight(), 3, graphics -> {
            for (int y = 0; y < other.getHeight(); y++) {
                for (int x = 0; x < width; x++) {
                    fill(graphics, PAPER - (245 - other.getRaster().getSample(width - 1 - x, y, 0)) * 20 / 215, x, y, 1, 1);
                }
            }
        }));
    }

    @Test
    void speckDustIsNothing() throws IOException {
        Random random = new Random(4);
        assertBlank(paper(1700, 2200, 3, graphics -> {
            for (int i = 0; i < 30; i++) {
                int size = 1 + random.nextInt(4);
                fill(graphics, 60, random.nextInt(1700), random.nextInt(2200), size, size);
            }
        }));
    }

    @ParameterizedTest
    @CsvSource({"40,0.5", "120,0.5", "170,0.5", "200,0.4"})
    void aSingleDigitIsNeverBlankHoweverFaintThePencil(int level, float penMm) throws IOException {
        for (double[] digit : new double[][] {{0.5, 0, 0.5, 1}, {0, 0, 1, 0, 0.3, 1}, {1, 0, 0, 0.3, 1, 0.6, 0, 1}}) {
            for (double pixelsPerMm : new double[] {6, 11.8}) {
                assertNotBlank(paper((int) (210 * pixelsPerMm), (int) (297 * pixelsPerMm), 3, graphics -> {
                    graphics.scale(pixelsPerMm, pixelsPerMm);
                    graphics.setStroke(new BasicStroke(penMm, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                    graphics.setColor(new Color(level, level, level));
                    Path2D path = new Path2D.Double();
                    path.moveTo(100 + 3 * digit[0], 150 + 4 * digit[1]);
                    for (int i = 2; i < digit.length; i += 2) {
                        path.lineTo(100 + 3 * digit[i], 150 + 4 * digit[i + 1]);
                    }
                    graphics.draw(path);
                }));
            }
        }
    }

    @Test
    void printIsNeverBlank() throws IOException {
        assertNotBlank(paper(1700, 2200, 3, graphics -> {
            graphics.setColor(new Color(150, 150, 150));
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            graphics.drawString("see other side", 300, 2000);
        }));
        assertNotBlank(paper(1700, 2200, 3, graphics -> fill(graphics, 200, 200, 1000, 1300, 2)));
        assertNotBlank(paper(1700, 2200, 3, graphics -> fill(graphics, 100, 500, 700, 600, 700)));
        assertNotBlank(paper(1700, 2200, 3, graphics -> fill(graphics, 60, 60, 300, 70, 70)));
        assertNotBlank(paper(1700, 2200, 3, graphics -> fill(graphics, 60, 0, 0, 1700, 1100)));
    }

    @Test
    void aPageThatIsDarkAllOverIsNotToldBlank() throws IOException {
        assertNotBlank(paper(850, 1100, 3, graphics -> fill(graphics, 10, 0, 0, 850, 1100)));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,5000", "1,5900", "99,99"})
    void whatIsNoPageIsNotToldBlank(int width, int height) throws IOException {
        assertNotBlank(paper(width, height, 0, graphics -> { }));
    }

    @Test
    void aNegativeIsReadAsItsPositive() throws IOException {
        Page positive = new DrawnForm(DrawnForm.shipped("us-zip-card"), 8, 1).page("a");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(positive.getImage().array()));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, 255 - image.getRaster().getSample(x, y, 0));
            }
        }
        SegmentedPage read = read(image);
        assertThat(read.getMatch().getForm()).isEqualTo("us-zip-card");
        assertThat(read.getFields()).isEqualTo(((SegmentOutcome.Segmented) reader.read(positive,
            List.of(DrawnForm.shipped("us-zip-card")))).page().getFields());
    }

    private void assertBlank(BufferedImage image) throws IOException {
        SegmentedPage page = read(image);
        assertThat(page.getReasons()).containsExactly("PAGE_BLANK");
        assertThat(page.getFields()).isEmpty();
    }

    private void assertNotBlank(BufferedImage image) throws IOException {
        assertThat(read(image).getReasons()).containsExactly("NO_FORM_MATCHES");
    }

    private SegmentedPage read(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        Page page = DrawnForm.page("a", png.toByteArray(), image.getWidth(), image.getHeight());
        return ((SegmentOutcome.Segmented) reader.read(page, List.of(DrawnForm.shipped("us-zip-card")))).page();
    }

    private static void fill(Graphics2D graphics, int level, int x, int y, int width, int height) {
        graphics.setColor(new Color(level, level, level));
        graphics.fillRect(x, y, width, height);
    }

    private static BufferedImage paper(int width, int height, double grain, Consumer<Graphics2D> painter) {
        BufferedImage colours = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = colours.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        fill(graphics, PAPER, 0, 0, width, height);
        painter.accept(graphics);
        graphics.dispose();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double level = (colours.getRGB(x, y) & 0xFF) + grain * random.nextGaussian();
                image.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, Math.round(level))));
            }
        }
        return image;
    }
}
