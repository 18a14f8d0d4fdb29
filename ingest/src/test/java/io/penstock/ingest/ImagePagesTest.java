package io.penstock.ingest;

import static io.penstock.ingest.Scans.HEIGHT;
import static io.penstock.ingest.Scans.WIDTH;
import static io.penstock.ingest.Scans.assertRefused;
import static io.penstock.ingest.Scans.assertUpright;
import static io.penstock.ingest.Scans.bytes;
import static io.penstock.ingest.Scans.decode;
import static io.penstock.ingest.Scans.encode;
import static io.penstock.ingest.Scans.extract;
import static io.penstock.ingest.Scans.pages;
import static io.penstock.ingest.Scans.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePagesTest {

    private static final BufferedImage GREY = picture(BufferedImage.TYPE_BYTE_GRAY);
    private static final byte[] JPEG = encode(GREY, "jpg");
    private static final byte[] PNG = encode(GREY, "png");

    @Test
    void aPngAndAJpegKeepTheirOwnBytes() {
        PageImage png = pages(PNG).get(0);
        assertThat(bytes(png)).isEqualTo(PNG);
        assertThat(png.mediaType()).isEqualTo("image/png");
        assertThat(png.dpi()).isEmpty();
        assertUpright(png);
        PageImage jpeg = pages(JPEG).get(0);
        assertThat(bytes(jpeg)).isEqualTo(JPEG);
        assertThat(jpeg.mediaType()).isEqualTo("image/jpeg");
        assertUpright(jpeg);
    }

    @Test
    void aJpegSaysItsResolutionWhereThatIsBelievable() {
        assertThat(pages(withDensity(1, 300)).get(0).dpi()).hasValue(300);
        assertThat(pages(withDensity(2, 118)).get(0).dpi().getAsDouble()).isBetween(299.0, 300.0);
        assertThat(pages(withDensity(1, 1)).get(0).dpi()).isEmpty();
        assertThat(pages(withExif(exif(1, 200))).get(0).dpi()).hasValue(200);
    }

    @Test
    void aPngSaysItsResolution() {
        byte[] density = ByteBuffer.allocate(9).putInt(11811).putInt(11811).put((byte) 1).array();
        assertThat(pages(Parts.withChunk(PNG, "pHYs", density)).get(0).dpi().getAsDouble()).isBetween(299.9, 300.1);
    }

    @ParameterizedTest
    @CsvSource({"1,0,false", "2,0,true", "3,180,false", "4,180,true", "5,270,true", "6,90,false", "7,90,true", "8,270,false"})
    void exifOrientationBecomesRotationAndAMirrorImageIsPutRight(int tag, int rotation, boolean mirrored) throws IOException {
        BufferedImage lying = Scans.turned(GREY, (360 - rotation) % 360);
        if (mirrored) {
            AffineTransform mirror = new AffineTransform(-1, 0, 0, 1, lying.getWidth(), 0);
            lying = new AffineTransformOp(mirror, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(lying, null);
        }
        byte[] jpeg = Parts.withExif(encode(lying, "jpg"), exif(tag, 300));
        PageImage page = pages(jpeg).get(0);
        assertThat(page.rotation()).isEqualTo(rotation);
        assertThat(page.mediaType()).isEqualTo(mirrored ? "image/png" : "image/jpeg");
        assertUpright(page);
    }

    @Test
    void orientationInAPngCounts() {
        byte[] png = Parts.withChunk(encode(Scans.turned(GREY, 270), "png"), "eXIf", exif(6, 300));
        assertThat(pages(png).get(0).rotation()).isEqualTo(90);
        assertUpright(pages(png).get(0));
    }

    @Test
    void transparentPaperIsWhite() {
        BufferedImage ink = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var graphics = ink.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(WIDTH / 10, HEIGHT / 10, WIDTH / 4, HEIGHT / 4);
        graphics.dispose();
        PageImage page = pages(encode(ink, "png")).get(0);
        assertUpright(page);
        assertThat(decode(page).getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void filesThatWereCutShortAreRefused() {
        for (int length : new int[] {3, 10, 100, JPEG.length / 2, JPEG.length - 4}) {
            assertRefused(extract(Arrays.copyOf(JPEG, length)), IngestError.JPEG_CORRUPT);
        }
        for (int length : new int[] {8, 20, 100, PNG.length / 2, PNG.length - 1}) {
            assertRefused(extract(Arrays.copyOf(PNG, length)), IngestError.PNG_CORRUPT);
        }
    }

    @Test
    void aPngWithAFlippedBitIsRefused() {
        byte[] damaged = PNG.clone();
        damaged[PNG.length / 2] ^= 1;
        assertRefused(extract(damaged), IngestError.PNG_CORRUPT, "check sum");
    }

    @Test
    void bombsAreRefusedByTheirHeaders() {
        byte[] png = PNG.clone();
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        assertRefused(extract(png), IngestError.TOO_MANY_PIXELS, "60000 × 60000");
        byte[] jpeg = JPEG.clone();
        int frame = frame(jpeg);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        assertRefused(extract(jpeg), IngestError.TOO_MANY_PIXELS, "65000 × 65000");
    }

    @Test
    void aSecondHeaderThatMakesABombLookSmallIsRefused() {
        byte[] small = ByteBuffer.allocate(13).putInt(10).putInt(10).put((byte) 8).array();
        assertRefused(extract(Parts.withChunk(PNG, "IHDR", small)), IngestError.PNG_CORRUPT, "two headers");
        assertRefused(extract(Parts.insert(PNG, 8, Parts.chunk("gAMA", new byte[4]))), IngestError.PNG_CORRUPT, "begin with its header");
        byte[] frame = Arrays.copyOfRange(JPEG, frame(JPEG), frame(JPEG) + 2 + ByteBuffer.wrap(JPEG).getShort(frame(JPEG) + 2));
        assertRefused(extract(Parts.insert(JPEG, JPEG.length - 2, frame)), IngestError.JPEG_CORRUPT, "two frames");
    }

    @Test
    void aJpegOfMoreScansThanAnyEncoderMakesIsRefused() {
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0};
        ByteArrayOutputStream scans = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            scans.writeBytes(scan);
        }
        byte[] some = Parts.insert(JPEG, JPEG.length - 2, scans.toByteArray());
        assertThat(pages(some)).hasSize(1);
        assertRefused(extract(Parts.insert(some, some.length - 2, scans.toByteArray())), IngestError.JPEG_TOO_MANY_SCANS, "61 scans");
    }

    @Test
    void aRareCodingOfJpegIsRefused() {
        byte[] jpeg = JPEG.clone();
        jpeg[frame(jpeg) + 1] = (byte) 0xC3;
        assertRefused(extract(jpeg), IngestError.JPEG_UNSUPPORTED);
    }

    @Test
    void aDamagedExifBlockDoesNotCostThePage() {
        byte[] exif = exif(6, 300);
        for (int length = 6; length < exif.length; length++) {
            assertThat(pages(withExif(Arrays.copyOf(exif, length)))).hasSize(1);
        }
        byte[] wild = exif.clone();
        Arrays.fill(wild, 4, wild.length, (byte) 0xFF);
        assertThat(pages(withExif(wild)).get(0).rotation()).isZero();
    }

    private static int frame(byte[] jpeg) {
        for (int i = 0; ; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                return i;
            }
        }
    }

    private static byte[] withDensity(int unit, int density) {
        byte[] jpeg = JPEG.clone();
        jpeg[13] = (byte) unit;
        ByteBuffer.wrap(jpeg).putShort(14, (short) density).putShort(16, (short) density);
        return jpeg;
    }

    private static byte[] withExif(byte[] exif) {
        return Parts.withExif(JPEG, exif);
    }

    private static byte[] exif(int orientation, int dpi) {
        return Parts.exif(orientation, 2, dpi, dpi);
    }
}
