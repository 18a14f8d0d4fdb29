package io.penstock.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import io.penstock.synth.digit.DigitSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {

    @TempDir
    private Path folder;

    @Test
    void plainAndGzippedPairsAreReadAlike() throws IOException {
        byte[] images = images(2, 28, 28);
        images[16 + 784 + 5] = (byte) 200;
        DigitSet plain = IdxFile.digits(file("i", images), file("l", labels(3, 9)));
        DigitSet packed = IdxFile.digits(gzip("i.gz", images), gzip("l.gz", labels(3, 9)));
        assertThat(plain.labels()).containsExactly(3, 9);
        assertThat(plain.images()[1][5]).isEqualTo((byte) 200);
        assertThat(packed.images()).isDeepEqualTo(plain.images());
    }

    @Test
    void aMissingFileIsNamed() {
        fails(Code.NOT_FOUND, "nowhere", () -> IdxFile.read(folder.resolve("nowhere")));
    }

    @Test
    void labelsGivenAsImagesAreRefused() throws IOException {
        Path labels = file("labels", labels(1));
        fails(Code.NOT_IDX, "labels", () -> IdxFile.read(labels).images());
    }

    @Test
    void somethingElseIsRefused() throws IOException {
        Path text = file("text", "hello".getBytes(StandardCharsets.US_ASCII));
        fails(Code.NOT_IDX, "text", () -> IdxFile.read(text).labels());
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws IOException {
        Path images = file("large", images(1, 32, 32));
        fails(Code.WRONG_SIZE, "32 by 32", () -> IdxFile.read(images).images());
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws IOException {
        Path images = file("short", Arrays.copyOf(images(2, 28, 28), 1000));
        fails(Code.WRONG_LENGTH, "1000", () -> IdxFile.read(images).images());
    }

    @Test
    void aFileThatGoesOnIsRefused() throws IOException {
        Path labels = file("long", Arrays.copyOf(labels(1, 2), 500));
        fails(Code.WRONG_LENGTH, "more than 10 bytes", () -> IdxFile.read(labels));
    }

    @Test
    void aFileThatEndsInItsHeaderIsRefused() throws IOException {
        Path images = file("header", Arrays.copyOf(images(2, 28, 28), 11));
        fails(Code.WRONG_LENGTH, "in its header", () -> IdxFile.read(images));
    }

    @Test
    void gzipThatEndsEarlyIsRefused() throws IOException {
        Path whole = gzip("whole.gz", images(9, 28, 28));
        Path images = file("cut.gz", Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) - 9));
        fails(Code.WRONG_LENGTH, "gzip stream", () -> IdxFile.read(images));
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] packed = Files.readAllBytes(gzip("whole.gz", labels(1, 2, 3, 4, 5, 6, 7, 8, 9)));
        packed[packed.length - 6] ^= 1;
        Path labels = file("damaged.gz", packed);
        fails(Code.DAMAGED, "damaged.gz", () -> IdxFile.read(labels));
    }

    @Test
    void aHeaderThatAnnouncesMoreThanAMillionDigitsIsRefusedUnread() throws IOException {
        Path images = file("huge", ByteBuffer.allocate(16).putInt(0x803).putInt(-1).putInt(-1).putInt(28).array());
        fails(Code.TOO_LARGE, "a million digits", () -> IdxFile.read(images));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        DigitSet digits = IdxFile.digits(file("i", images(2, 28, 28)), file("l", labels(3, 9)));
        digits.images()[1][7] = (byte) 250;
        IdxFile.write(digits, folder.resolve("images"), folder.resolve("labels"));
        DigitSet again = IdxFile.digits(folder.resolve("images"), folder.resolve("labels"));
        assertThat(again.images()).isDeepEqualTo(digits.images());
        assertThat(again.labels()).isEqualTo(digits.labels());
    }

    @Test
    void aLabelThatIsNoDigitIsRefused() throws IOException {
        Path labels = file("letters", labels(3, 12));
        fails(Code.WRONG_LABEL, "12", () -> IdxFile.read(labels).labels());
    }

    @Test
    void filesOfDifferentSetsAreRefused() throws IOException {
        Path images = file("i", images(2, 28, 28));
        Path labels = file("l", labels(1));
        fails(Code.COUNTS_DIFFER, "2 images but 1 labels", () -> IdxFile.digits(images, labels));
    }

    private static void fails(Code code, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(DataSetException.class).hasMessageContaining(words)
            .extracting(e -> ((DataSetException) e).code()).isEqualTo(code);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path gzip(String name, byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(content);
        }
        return folder.resolve(name);
    }

    private static byte[] images(int count, int rows, int columns) {
        return ByteBuffer.allocate(16 + count * rows * columns).putInt(0x803).putInt(count).putInt(rows).putInt(columns).array();
    }

    private static byte[] labels(int... labels) {
        ByteBuffer buffer = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            buffer.put((byte) label);
        }
        return buffer.array();
    }
}
