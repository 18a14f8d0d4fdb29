package io.penstock.synth.font;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A typeface out of a TTF, OTF or WOFF file.
 *
 * @param name name of the file, without folders
 * @param font the typeface, at a size of 100
 */
public record FontFile(String name, Font font) {

    private static final float SIZE = 100;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /**
     * Reads all typefaces in a folder and below, by name.
     *
     * @throws DataSetException where there are none, or one cannot be read
     */
    public static List<FontFile> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<FontFile> fonts = files.filter(FontFile::isFont).sorted().map(FontFile::read).toList();
            if (fonts.isEmpty()) {
                throw new DataSetException(Code.NOT_FOUND, "there is no .ttf, .otf or .woff file in " + folder);
            }
            return fonts;
        } catch (IOException e) {
            throw new DataSetException(Code.NOT_FOUND, folder + " cannot be read (" + e + "); give a folder of fonts");
        }
    }

    /** Reads one typeface. */
    static FontFile read(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            boolean packed = bytes.length > 4 && ByteBuffer.wrap(bytes).getInt() == Woff.SIGNATURE;
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(packed ? Woff.unpack(bytes) : bytes));
            return new FontFile(path.getFileName().toString(), font.deriveFont(SIZE));
        } catch (IOException | FontFormatException e) {
            throw new DataSetException(Code.NOT_FONT, path + " is no font that can be read (" + e.getMessage() + "): take it out");
        }
    }

    /** Returns whether the typeface has all ten digits, with ink. */
    public boolean hasDigits() {
        return IntStream.range(0, 10).allMatch(digit -> font.canDisplay('0' + digit) && !outline(digit).getBounds2D().isEmpty());
    }

    /** Returns the outline of a digit, in whatever size and place. */
    Shape outline(int digit) {
        return font.createGlyphVector(CONTEXT, Integer.toString(digit)).getOutline();
    }

    private static boolean isFont(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".woff");
    }
}
