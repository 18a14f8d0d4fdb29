package io.penstock.ingest;

import static io.penstock.ingest.Scans.HEIGHT;
import static io.penstock.ingest.Scans.WIDTH;
import static io.penstock.ingest.Scans.assertUpright;
import static io.penstock.ingest.Scans.decode;
import static io.penstock.ingest.Scans.encode;
import static io.penstock.ingest.Scans.pages;
import static io.penstock.ingest.Scans.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.PageImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pixels that are not square become square, whichever way the file says it. */
class PixelDensityTest {

    /** The usual page with every other row left out. */
    private static final BufferedImage FLAT = flat(picture(BufferedImage.TYPE_BYTE_GRAY));
    private static final int JFIF = 0;
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;
    private static final int NO_UNIT = 1;

    @ParameterizedTest
    @CsvSource({"1,204,102,204", "2,80,40,203", "0,2,1,", "0,204,102,"})
    void ofAJpegByItsJfifHeader(int unit, int across, int down, Integer dpi) {
        assertSquare(pages(jfif(encode(FLAT, "jpg"), unit, across, down)), dpi);
    }

    @ParameterizedTest
    @CsvSource({"2,204,102,204", "3,80,40,203", "1,2,1,"})
    void ofAJpegByItsExifBlock(int unit, int across, int down, Integer dpi) {
        byte[] bare = jfif(encode(FLAT, "jpg"), JFIF, 1, 1);
        assertSquare(pages(Parts.withExif(bare, Parts.exif(1, unit, across, down))), dpi);
    }

    @ParameterizedTest
    @CsvSource({"1,8000,4000,203", "0,2,1,"})
    void ofAPngByItsPhysicalPixels(int unit, int across, int down, Integer dpi) {
        byte[] density = ByteBuffer.allocate(9).putInt(across).putInt(down).put((byte) unit).array();
        assertSquare(pages(Parts.withChunk(encode(FLAT, "png"), "pHYs", density)), dpi);
    }

    @Test
    void ofAPngByItsExifBlock() {
        assertSquare(pages(Parts.withChunk(encode(FLAT, "png"), "eXIf", Parts.exif(1, INCH, 204, 102))), 204);
    }

    @Test
    void ofATurnedJpegAsItsPixelsAreStored() {
        BufferedImage lying = Scans.turned(picture(BufferedImage.TYPE_BYTE_GRAY), 270);
        byte[] jpeg = jfif(encode(flat(lying), "jpg"), JFIF, 1, 1);
        PageImage page = pages(Parts.withExif(jpeg, Parts.exif(6, CENTIMETRE, 80, 40))).get(0);
        assertThat(page.rotation()).isEqualTo(90);
        assertThat(page.width()).isEqualTo(HEIGHT);
        assertThat(page.height()).isEqualTo(WIDTH);
        assertUpright(page);
    }

    @Test
    void ofAPdfByItsPlaceOnThePage() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            Matrix letter = new Matrix(612, 0, 0, 792, 0, 0);
            Pdfs.addScan(pdf, Pdfs.flate(FLAT), letter, PDRectangle.LETTER, 0, Pdfs.NOTHING);
            Pdfs.addScan(pdf, Pdfs.jpeg(encode(FLAT, "jpg"), WIDTH, HEIGHT / 2, false), letter, PDRectangle.LETTER, 0, Pdfs.NOTHING);
            List<PageImage> pages = pages(Pdfs.save(pdf));
            assertSquare(pages.subList(0, 1), 100);
            assertSquare(pages.subList(1, 2), 100);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,300,0", "1,0,300", "1,300,90", "1,90,300", "0,1,0", "0,4,1", "1,40,20"})
    void isIgnoredWhereNothingMakesSuchPixels(int unit, int across, int down) {
        PageImage page = pages(jfif(encode(FLAT, "jpg"), unit, across, down)).get(0);
        assertThat(page.mediaType()).isEqualTo("image/jpeg");
        assertThat(page.height()).isEqualTo(HEIGHT / 2);
        assertThat(page.dpi()).isEmpty();
    }

    @Test
    void ofTheJfifHeaderCountsBeforeTheExifBlockAndARatioAloneAfterBoth() {
        byte[] exif = Parts.exif(1, INCH, 300, 150);
        assertThat(pages(Parts.withExif(jfif(encode(FLAT, "jpg"), INCH - 1, 200, 200), exif)).get(0).height()).isEqualTo(HEIGHT / 2);
        assertSquare(pages(Parts.withExif(jfif(encode(FLAT, "jpg"), JFIF, 1, 1), exif)), 300);
        assertSquare(pages(Parts.withExif(jfif(encode(FLAT, "jpg"), JFIF, 2, 1), Parts.exif(1, NO_UNIT, 1, 1))), null);
    }

    @Test
    void keepsThinStrokesDark() {
        BufferedImage strokes = new BufferedImage(120, 120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = strokes.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 120, 120);
        graphics.setColor(Color.BLACK);
        for (int y = 5; y < 120; y += 10) {
            graphics.drawLine(10, y, 110, y);
        }
        graphics.dispose();
        byte[] density = ByteBuffer.allocate(9).putInt(204).putInt(98).put((byte) 0).array();
        BufferedImage squared = decode(pages(Parts.withChunk(encode(strokes, "png"), "pHYs", density)).get(0));
        for (int stroke = 5; stroke < 120; stroke += 10) {
            int row = (int) Math.round((stroke + 0.5) * 204 / 98 - 0.5);
            assertThat(squared.getRaster().getSample(60, row, 0)).as("stroke at " + stroke).isLessThan(45);
        }
    }

    private static void assertSquare(List<PageImage> pages, Integer dpi) {
        PageImage page = pages.get(0);
        assertThat(page.width()).isEqualTo(WIDTH);
        assertThat(page.height()).isEqualTo(HEIGHT);
        if (dpi == null) {
            assertThat(page.dpi()).isEmpty();
        } else {
            assertThat(page.dpi().getAsDouble()).isBetween(dpi - 0.5, dpi + 0.5);
        }
        assertUpright(page);
    }

    private static BufferedImage flat(BufferedImage image) {
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight() / 2, BufferedImage.TYPE_BYTE_GRAY);
        flat.createGraphics().drawImage(image, 0, 0, flat.getWidth(), flat.getHeight(), null);
        return flat;
    }

    private static byte[] jfif(byte[] jpeg, int unit, int across, int down) {
        byte[] dense = jpeg.clone();
        dense[13] = (byte) unit;
        ByteBuffer.wrap(dense).putShort(14, (short) across).putShort(16, (short) down);
        return dense;
    }
}
