package io.penstock.ingest;

import static io.penstock.ingest.Scans.HEIGHT;
import static io.penstock.ingest.Scans.WIDTH;
import static io.penstock.ingest.Scans.assertRefused;
import static io.penstock.ingest.Scans.assertUpright;
import static io.penstock.ingest.Scans.decode;
import static io.penstock.ingest.Scans.extract;
import static io.penstock.ingest.Scans.pages;
import static io.penstock.ingest.Scans.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** JPEG 2000 images in PDFs. */
class JpxPagesTest {

    static {
        nu.pattern.OpenCV.loadLocally();
    }

    private static final byte[] GREY = encode(picture(BufferedImage.TYPE_BYTE_GRAY), CvType.CV_8UC1);
    private static final byte[] COLOUR = encode(picture(BufferedImage.TYPE_3BYTE_BGR), CvType.CV_8UC3);
    private static final Matrix HALF = new Matrix(306, 0, 0, 396, 0, 396);

    @Test
    void aPageThatIsOneImageKeepsItsPixels() throws IOException {
        BufferedImage grey = decode(page(scan(GREY)));
        assertThat(((DataBufferByte) grey.getRaster().getDataBuffer()).getData())
            .isEqualTo(((DataBufferByte) picture(BufferedImage.TYPE_BYTE_GRAY).getRaster().getDataBuffer()).getData());
        assertUpright(page(scan(GREY)));
        assertUpright(page(scan(codestream(GREY))));
    }

    @Test
    void coloursKeepTheirOrder() throws IOException {
        BufferedImage red = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                red.setRGB(x, y, 0xF06010);
            }
        }
        byte[] jpx = encode(red, CvType.CV_8UC3);
        byte[] withItsOwnColours = Pdfs.scan(pdf -> {
            var image = Pdfs.jpeg2000(jpx, WIDTH, HEIGHT).in(pdf);
            image.getCOSObject().removeItem(COSName.COLORSPACE);
            return image;
        });
        assertThat(decode(page(withItsOwnColours)).getRGB(WIDTH / 2, HEIGHT / 2)).isEqualTo(0xFFF06010);
    }

    @Test
    void anImageBesideTextIsDrawn() throws IOException {
        PageImage page = page(Pdfs.scan(Pdfs.jpeg2000(GREY, WIDTH, HEIGHT), HALF, PDRectangle.LETTER, 0, Pdfs.VISIBLE_TEXT));
        assertThat(page.width()).isEqualTo(2550);
        assertThat(decode(page).getRGB(2550 / 8, 3300 / 8) & 0xFF).isLessThan(10);
        assertThat(decode(page).getRGB(3 * 2550 / 8, 3300 / 8) & 0xFF).isGreaterThan(245);
    }

    @Test
    void aBombIsRefusedBeforeItIsDecodedWhereverItStands() throws IOException {
        byte[] bomb = changed(GREY, at -> at.putInt(8, 60_000).putInt(12, 50_000));
        assertRefused(extract(scan(bomb)), IngestError.TOO_MANY_PIXELS, "page 1", "60000 × 50000");
        assertRefused(extract(besideText(bomb)), IngestError.TOO_MANY_PIXELS, "page 1", "60000 × 50000");
        assertRefused(extract(scan(behindDecoy(bomb))), IngestError.TOO_MANY_PIXELS, "page 1", "60000 × 50000");
        byte[] mask = Pdfs.scan(pdf -> {
            var image = Pdfs.flate(picture(BufferedImage.TYPE_BYTE_GRAY)).in(pdf);
            image.getCOSObject().setItem(COSName.SMASK, Pdfs.jpeg2000(bomb, WIDTH, HEIGHT).in(pdf));
            return image;
        });
        assertRefused(extract(mask), IngestError.TOO_MANY_PIXELS, "page 1", "60000 × 50000");
    }

    @Test
    void whatTheDecoderDoesNotKnowIsSaid() throws IOException {
        byte[] fourBits = changed(GREY, at -> at.put(42, (byte) 3));
        assertRefused(extract(scan(fourBits)), IngestError.PDF_IMAGE_UNSUPPORTED, "page 1", "1 × 4 bits");
        assertRefused(extract(besideText(fourBits)), IngestError.PDF_IMAGE_UNSUPPORTED, "page 1");
        byte[] signed = changed(GREY, at -> at.put(42, (byte) 0x87));
        assertRefused(extract(scan(signed)), IngestError.PDF_IMAGE_UNSUPPORTED);
        byte[] inks = GREY.clone();
        ByteBuffer.wrap(inks).putInt(indexOf(inks, "colr") + 7, 12);
        assertRefused(extract(scan(inks)), IngestError.PDF_IMAGE_UNSUPPORTED, "inks");
    }

    @Test
    void damageIsNoBlankPage() throws IOException {
        for (int length : new int[] {3, 20, 100, GREY.length / 2, GREY.length - 20}) {
            assertRefused(extract(scan(Arrays.copyOf(GREY, length))), IngestError.PDF_CORRUPT, "page 1");
            assertRefused(extract(besideText(Arrays.copyOf(GREY, length))), IngestError.PDF_CORRUPT, "page 1");
        }
        byte[] rubbish = "this is no JPEG 2000".getBytes(StandardCharsets.US_ASCII);
        assertRefused(extract(scan(rubbish)), IngestError.PDF_CORRUPT, "page 1");
        assertRefused(extract(besideText(rubbish)), IngestError.PDF_CORRUPT, "page 1");
    }

    @Test
    void aPartOfAnImageIsReadAtLessResolution() throws IOException {
        BufferedImage whole = read(null, null);
        BufferedImage part = read(new Rectangle(50, 60, 301, 400), new int[] {3, 4});
        assertThat(part.getWidth()).isEqualTo(101);
        assertThat(part.getHeight()).isEqualTo(100);
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                assertThat(part.getRGB(x, y)).isEqualTo(whole.getRGB(50 + 3 * x, 60 + 4 * y));
            }
        }
    }

    private static BufferedImage read(Rectangle region, int[] steps) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("JPEG2000").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(COLOUR))) {
            assertThat(reader.getOriginatingProvider().canDecodeInput(in)).isTrue();
            reader.setInput(in);
            ImageReadParam param = reader.getDefaultReadParam();
            if (region != null) {
                param.setSourceRegion(region);
                param.setSourceSubsampling(steps[0], steps[1], 0, 0);
            }
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static PageImage page(byte[] pdf) {
        assertThat(pages(pdf)).hasSize(1);
        return pages(pdf).get(0);
    }

    private static byte[] scan(byte[] jpx) throws IOException {
        return Pdfs.scan(Pdfs.jpeg2000(jpx, WIDTH, HEIGHT));
    }

    private static byte[] besideText(byte[] jpx) throws IOException {
        return Pdfs.scan(Pdfs.jpeg2000(jpx, WIDTH, HEIGHT), HALF, PDRectangle.LETTER, 0, Pdfs.VISIBLE_TEXT);
    }

    private static byte[] encode(BufferedImage image, int type) {
        Mat pixels = new Mat(image.getHeight(), image.getWidth(), type);
        MatOfByte encoded = new MatOfByte();
        try {
            pixels.put(0, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            assertThat(Imgcodecs.imencode(".jp2", pixels, encoded)).isTrue();
            return encoded.toArray();
        } finally {
            pixels.release();
            encoded.release();
        }
    }

    /** Changes the codestream, counted from its first byte. */
    private static byte[] changed(byte[] jpx, Consumer<ByteBuffer> change) {
        byte[] changed = jpx.clone();
        int start = indexOf(jpx, "jp2c") + 4;
        change.accept(ByteBuffer.wrap(changed, start, changed.length - start).slice());
        return changed;
    }

    private static byte[] codestream(byte[] jpx) {
        return Arrays.copyOfRange(jpx, indexOf(jpx, "jp2c") + 4, jpx.length);
    }

    /** Puts a box before the codestream that holds something like a smaller one. */
    private static byte[] behindDecoy(byte[] jpx) {
        int box = indexOf(jpx, "jp2c") - 4;
        return ByteBuffer.allocate(jpx.length + 64).put(jpx, 0, box).putInt(64).put("xml ".getBytes(StandardCharsets.US_ASCII))
            .putInt(0xFF4FFF51).putInt(0).putInt(10).putInt(10).put(new byte[40]).put(jpx, box, jpx.length - box).array();
    }

    private static int indexOf(byte[] bytes, String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
    }
}
