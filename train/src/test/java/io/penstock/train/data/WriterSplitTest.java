package io.penstock.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.synth.digit.DigitSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterSplitTest {

    private static final int WRITERS = 20;
    private static final int DIGITS = 400;

    @TempDir
    private Path folder;
    private Path table;
    private DigitSet digits;

    @BeforeEach
    void write() throws IOException {
        table = folder.resolve("labels.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(table))) {
            for (int i = 0; i < DIGITS; i++) {
                out.write((i % 10 + "\t0\t" + writer(i) + "\t0\t30\t0\t0\t0\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        byte[][] images = IntStream.range(0, DIGITS).mapToObj(i -> new byte[] {(byte) writer(i)}).toArray(byte[][]::new);
        digits = new DigitSet(images, new byte[DIGITS]);
    }

    @Test
    void noWriterIsInBothParts() {
        WriterSplit split = WriterSplit.of(table, 100, 1);
        assertThat(writersOf(split.training(digits))).doesNotContainAnyElementsOf(writersOf(split.validation(digits)));
    }

    @Test
    void nothingIsLostAndValidationIsLargeEnough() {
        WriterSplit split = WriterSplit.of(table, 90, 1);
        assertThat(split.validation(digits).size()).isBetween(90, 90 + DIGITS / WRITERS);
        assertThat(split.training(digits).size() + split.validation(digits).size()).isEqualTo(DIGITS);
    }

    @Test
    void theSameSeedDrawsTheSameWriters() {
        assertThat(WriterSplit.of(table, 100, 5).validation()).isEqualTo(WriterSplit.of(table, 100, 5).validation());
        assertThat(WriterSplit.of(table, 100, 6).validation()).isNotEqualTo(WriterSplit.of(table, 100, 5).validation());
    }

    @Test
    void withoutATableDigitsAreDrawnByTheSeed() {
        WriterSplit split = WriterSplit.withoutWriters(DIGITS, 100, 1);
        assertThat(split.validation(digits).size()).isEqualTo(100);
        assertThat(split.training(digits).size()).isEqualTo(DIGITS - 100);
        assertThat(split.validation()).isEqualTo(WriterSplit.withoutWriters(DIGITS, 100, 1).validation());
    }

    @Test
    void aTableOfAnotherSetIsRefused() {
        WriterSplit split = WriterSplit.of(table, 100, 1);
        assertThatThrownBy(() -> split.training(new DigitSet(new byte[0][], new byte[0]))).hasMessageContaining("COUNTS_DIFFER");
    }

    private static int writer(int i) {
        return i / 3 % WRITERS;
    }

    private static Set<Byte> writersOf(DigitSet set) {
        return IntStream.range(0, set.size()).mapToObj(i -> set.images()[i][0]).collect(Collectors.toSet());
    }
}
