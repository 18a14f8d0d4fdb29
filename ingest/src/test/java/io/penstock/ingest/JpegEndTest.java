package io.penstock.ingest;

import static io.penstock.ingest.Scans.HEIGHT;
import static io.penstock.ingest.Scans.WIDTH;
import static io.penstock.ingest.Scans.assertRefused;
import static io.penstock.ingest.Scans.bytes;
import static io.penstock.ingest.Scans.extract;
import static io.penstock.ingest.Scans.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.IngestError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JPEG without its end marker is read where nothing else is missing, and refused otherwise. */
class JpegEndTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatLacksItsEndMarkerIsRead(boolean progressive) throws IOException {
        byte[] jpeg = jpeg(progressive);
        assertThat(bytes(pages(Arrays.copyOf(jpeg, jpeg.length - 2)).get(0))).isEqualTo(jpeg);
        assertThat(bytes(pages(Arrays.copyOf(jpeg, jpeg.length - 1)).get(0))).isEqualTo(jpeg);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatLacksMoreIsRefused(boolean progressive) throws IOException {
        byte[] jpeg = jpeg(progressive);
        for (int missing : new int[] {6, 20, 100, jpeg.length / 10, jpeg.length / 2, jpeg.length * 9 / 10}) {
            assertRefused(extract(Arrays.copyOf(jpeg, jpeg.length - missing)), IngestError.JPEG_CORRUPT, "before its end marker");
        }
    }

    @Test
    void aProgressiveFileThatEndsBetweenTwoScansIsRefused() throws IOException {
        byte[] jpeg = jpeg(true);
        int scans = 0;
        for (int at = 2; at < jpeg.length - 1; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xDA && ++scans > 1) {
                assertRefused(extract(Arrays.copyOf(jpeg, at)), IngestError.JPEG_CORRUPT, "before its end marker");
            }
        }
        assertThat(scans).isGreaterThan(2);
    }

    @Test
    void anImageInAPdfMayLackItToo() throws IOException {
        byte[] jpeg = jpeg(false);
        byte[] pdf = Pdfs.scan(Pdfs.jpeg(Arrays.copyOf(jpeg, jpeg.length - 2), WIDTH, HEIGHT, false));
        assertThat(bytes(pages(pdf).get(0))).isEqualTo(jpeg);
        assertRefused(extract(Pdfs.scan(Pdfs.jpeg(Arrays.copyOf(jpeg, jpeg.length / 2), WIDTH, HEIGHT, false))), IngestError.PDF_CORRUPT);
    }

    private static byte[] jpeg(boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(5);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, 100 + random.nextInt(100));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
