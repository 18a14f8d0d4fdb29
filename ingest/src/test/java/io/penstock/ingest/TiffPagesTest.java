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
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffPagesTest {

    private static final BufferedImage BILEVEL = picture(BufferedImage.TYPE_BYTE_BINARY);
    private static final BufferedImage GREY = picture(BufferedImage.TYPE_BYTE_GRAY);

    /** One image of a file and its tags. */
    private record Sheet(BufferedImage image, int xDpi, int yDpi, int orientation, int subfile) {

        Sheet(BufferedImage image) {
            this(image, 100, 100, 1, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.4", "CCITT T.6", "LZW", "Deflate", "PackBits"})
    void bilevelPagesStayOneBitDeep(String compression) throws IOException {
        PageImage page = pages(tiff(compression, new Sheet(BILEVEL))).get(0);
        assertThat(page.mediaType()).isEqualTo("image/png");
        assertThat(decode(page).getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(page.dpi()).hasValue(100);
        assertUpright(page);
    }

    @Test
    void everyPageOfAFileIsAPageAndThumbnailsAreNot() throws IOException {
        byte[] tiff = tiff("Deflate", new Sheet(BILEVEL), new Sheet(GREY, 300, 300, 1, 1), new Sheet(GREY, 200, 200, 1, 0));
        List<PageImage> pages = pages(tiff);
        assertThat(pages).hasSize(2);
        assertThat(pages.get(1).dpi()).hasValue(200);
        pages.forEach(Scans::assertUpright);
    }

    @Test
    void colourAndDeepGreyAreReadable() throws IOException {
        assertUpright(pages(tiff("LZW", new Sheet(picture(BufferedImage.TYPE_INT_RGB)))).get(0));
        assertUpright(pages(tiff("LZW", new Sheet(picture(BufferedImage.TYPE_USHORT_GRAY)))).get(0));
        assertUpright(pages(tiff("JPEG", new Sheet(GREY))).get(0));
    }

    @Test
    void theOrientationTagBecomesRotation() throws IOException {
        PageImage page = pages(tiff("LZW", new Sheet(Scans.turned(GREY, 270), 100, 100, 6, 0))).get(0);
        assertThat(page.rotation()).isEqualTo(90);
        assertUpright(page);
    }

    @Test
    void faxPixelsAreMadeSquare() throws IOException {
        BufferedImage flat = new BufferedImage(WIDTH, HEIGHT / 2, BufferedImage.TYPE_BYTE_BINARY);
        flat.createGraphics().drawImage(BILEVEL, 0, 0, WIDTH, HEIGHT / 2, null);
        PageImage page = pages(tiff("CCITT T.6", new Sheet(flat, 200, 100, 1, 0))).get(0);
        assertThat(page.height()).isEqualTo(HEIGHT);
        assertThat(page.dpi()).hasValue(200);
        assertUpright(page);
        BufferedImage narrow = new BufferedImage(WIDTH / 2, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        narrow.createGraphics().drawImage(BILEVEL, 0, 0, WIDTH / 2, HEIGHT, null);
        List<PageImage> pages = pages(tiff("CCITT T.6", new Sheet(flat, 200, 100, 1, 0), new Sheet(BILEVEL),
            new Sheet(narrow, 100, 200, 1, 0)));
        assertThat(pages).extracting(PageImage::width).containsOnly(WIDTH);
        assertThat(pages).extracting(PageImage::height).containsOnly(HEIGHT);
        pages.forEach(Scans::assertUpright);
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] tiff = tiff("LZW", new Sheet(noise()), new Sheet(noise()));
        assertRefused(extract(Arrays.copyOf(tiff, 8)), IngestError.TIFF_CORRUPT);
        for (int length : new int[] {tiff.length / 4, tiff.length / 2, tiff.length * 9 / 10}) {
            assertRefused(extract(Arrays.copyOf(tiff, length)), IngestError.TIFF_CORRUPT);
        }
    }

    @Test
    void tooManyPagesAndTooManyPixelsAreRefused() throws IOException {
        byte[] tiff = tiff("CCITT T.6", new Sheet(BILEVEL), new Sheet(BILEVEL), new Sheet(BILEVEL));
        assertRefused(extract(tiff, Scans.settings(2, 100_000_000, Duration.ofSeconds(60))), IngestError.TOO_MANY_PAGES);
        assertRefused(extract(tiff, Scans.settings(5, WIDTH * HEIGHT - 1, Duration.ofSeconds(60))), IngestError.TOO_MANY_PIXELS, "page 1");
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(7);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 300; x++) {
                image.getRaster().setSample(x, y, 0, random.nextInt(256));
            }
        }
        return image;
    }

    private static byte[] tiff(String compression, Sheet... sheets) throws IOException {
        ImageWriter writer = Stream.iterate(ImageIO.getImageWritersByFormatName("tiff"), i -> i).map(Iterator::next)
            .filter(w -> w.getClass().getName().startsWith("com.sun.imageio.")).findFirst().orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Sheet sheet : sheets) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(sheet.image.getType() == BufferedImage.TYPE_BYTE_BINARY || !compression.startsWith("CCITT")
                    ? compression : "LZW");
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(sheet.image), param);
                writer.writeToSequence(new IIOImage(sheet.image, null, tagged(metadata, sheet)), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata tagged(IIOMetadata metadata, Sheet sheet) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), 5, 1, new long[][] {{sheet.xDpi, 1}}));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), 5, 1, new long[][] {{sheet.yDpi, 1}}));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), 2));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_ORIENTATION), sheet.orientation));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE), 4, 1, new long[] {sheet.subfile}));
        return directory.getAsMetadata();
    }
}
