package io.penstock.ingest;

import static io.penstock.ingest.Scans.encode;
import static io.penstock.ingest.Scans.picture;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class FileEndTest {

    @Test
    void aWholeFileReachesItsEndAndNoBeginningOfItDoes() throws IOException {
        BufferedImage image = picture(BufferedImage.TYPE_BYTE_GRAY);
        for (byte[] file : List.of(encode(image, "png"), encode(image, "jpg"), encode(image, "tif"), Pdfs.vector(PDRectangle.A4, 0),
            Pdfs.scan(Pdfs.flate(image)))) {
            assertThat(FileEnd.isReached(file)).isTrue();
            for (int tenths = 1; tenths < 10; tenths++) {
                byte[] cut = Arrays.copyOf(file, file.length * tenths / 10);
                assertThat(FileEnd.isReached(cut)).as(tenths + " tenths").isFalse();
                boolean bare = file[0] == 'I' || file[0] == 'M'; // zeros among the pixels of a TIFF may be black
                assertThat(!bare && FileEnd.isReached(Arrays.copyOf(cut, file.length))).as(tenths + " tenths, then zeros").isFalse();
            }
        }
    }

    @Test
    void ofOtherFilesOnlyTheEmptyOnesAreKnownToBeUnfinished() {
        assertThat(FileEnd.isReached(new byte[0])).isFalse();
        assertThat(FileEnd.isReached(new byte[1000])).isFalse();
        assertThat(FileEnd.isReached(new byte[] {'x'})).isTrue();
    }
}
