package io.penstock.synth.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The typeface of printed labels: Liberation Sans out of PDFBox's jar, so that no font of the machine matters. */
final class Typeface {

    private static final String RESOURCE = "resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup characters;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
    }

    /** Loads the typeface. */
    static Typeface load() {
        try (InputStream in = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/" + RESOURCE)) {
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of PDFBox cannot be read", e);
        }
    }

    /**
     * Returns the outline of a line of text.
     *
     * @param x    left end of the base line
     * @param y    base line
     * @param size height of the type
     */
    Path2D outline(String text, double x, double y, double size) {
        try {
            double scale = size / font.getUnitsPerEm();
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, y);
            Path2D outline = new Path2D.Double();
            for (int character : text.codePoints().toArray()) {
                int glyph = characters.getGlyphId(character);
                GlyphData data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    outline.append(data.getPath().getPathIterator(place), false);
                }
                place.translate(font.getAdvanceWidth(glyph), 0);
            }
            return outline;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of PDFBox is damaged", e);
        }
    }
}
