package io.penstock.synth.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontDigitsTest {

    private static final String SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    @TempDir
    private Path folder;

    @Test
    void eachDigitComesInTwelveLooks() throws IOException {
        Files.write(folder.resolve("sans.ttf"), sans());
        FontDigits drawn = FontDigits.of(FontFile.all(folder));
        assertThat(drawn.digits().size()).isEqualTo(120);
        assertThat(drawn.digits().labels()).startsWith(0, 0, 0).endsWith(9, 9, 9);
        assertThat(List.of(drawn.digits().images())).doesNotHaveDuplicates().allSatisfy(glyph -> assertThat(ink(glyph)).isBetween(20, 350));
        assertThat(drawn.fonts()).containsOnly("sans.ttf");
    }

    @Test
    void theSameTypefaceGivesTheSameGlyphs() throws IOException {
        Files.write(folder.resolve("sans.ttf"), sans());
        FontFile file = FontFile.read(folder.resolve("sans.ttf"));
        byte[][] once = FontDigits.of(List.of(file)).digits().images();
        assertThat(FontDigits.of(List.of(file)).digits().images()).isDeepEqualTo(once);
    }

    @Test
    void aWebFontIsUnpackedToTheFontItWasMadeOf() throws IOException {
        byte[] plain = sans();
        ByteBuffer unpacked = ByteBuffer.wrap(Woff.unpack(woff(plain)));
        assertThat(unpacked.getShort(4)).isEqualTo(ByteBuffer.wrap(plain).getShort(4));
        Path web = Files.write(folder.resolve("web.woff"), woff(plain));
        Path ttf = Files.write(folder.resolve("plain.ttf"), plain);
        assertThat(FontFile.read(web).outline(8).getBounds2D()).isEqualTo(FontFile.read(ttf).outline(8).getBounds2D());
    }

    @Test
    void aTypefaceWithoutAllDigitsIsLeftOutAndNamed() throws IOException {
        TTFSubsetter subset = new TTFSubsetter(new TTFParser().parse(new RandomAccessReadBuffer(sans())));
        "ABC0123".chars().forEach(subset::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        subset.writeToStream(out);
        Files.write(folder.resolve("few.ttf"), out.toByteArray());
        FontDigits drawn = FontDigits.of(FontFile.all(folder));
        assertThat(drawn.missing()).containsExactly("few.ttf");
        assertThat(drawn.digits().size()).isZero();
    }

    @Test
    void aFileThatIsNoFontIsNamed() throws IOException {
        Files.writeString(folder.resolve("text.ttf"), "no font");
        assertThatThrownBy(() -> FontFile.all(folder)).hasMessageContaining("NOT_FONT").hasMessageContaining("text.ttf");
    }

    @Test
    void aWebFontThatEndsEarlyIsNamed() throws IOException {
        Files.write(folder.resolve("short.woff"), Arrays.copyOf(woff(sans()), 500));
        assertThatThrownBy(() -> FontFile.all(folder)).hasMessageContaining("NOT_FONT").hasMessageContaining("short.woff");
    }

    @Test
    void aFolderWithoutFontsIsRefused() {
        assertThatThrownBy(() -> FontFile.all(folder)).hasMessageContaining("NOT_FOUND");
    }

    private static byte[] sans() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(SANS)) {
            return in.readAllBytes();
        }
    }

    private static int ink(byte[] glyph) {
        int ink = 0;
        for (byte value : glyph) {
            ink += (value & 0xff) > 100 ? 1 : 0;
        }
        return ink;
    }

    /** Packs a font as WOFF, every table deflated. */
    private static byte[] woff(byte[] plain) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        int tables = in.getShort(4);
        ByteBuffer out = ByteBuffer.allocate(2 * plain.length + 10_000);
        out.putInt(Woff.SIGNATURE).putInt(in.getInt(0)).putInt(0).putShort((short) tables);
        int at = 44 + 20 * tables;
        for (int table = 0; table < tables; table++) {
            int entry = 12 + 16 * table;
            int length = in.getInt(entry + 12);
            Deflater deflater = new Deflater();
            deflater.setInput(plain, in.getInt(entry + 8), length);
            deflater.finish();
            byte[] packed = new byte[length + 100];
            int size = deflater.deflate(packed);
            deflater.end();
            boolean smaller = size < length;
            out.position(44 + 20 * table).putInt(in.getInt(entry)).putInt(at).putInt(smaller ? size : length).putInt(length)
                .putInt(in.getInt(entry + 4));
            out.position(at).put(smaller ? packed : plain, smaller ? 0 : in.getInt(entry + 8), smaller ? size : length);
            at += smaller ? size : length;
        }
        return Arrays.copyOf(out.array(), at);
    }
}
