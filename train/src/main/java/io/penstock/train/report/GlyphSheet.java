package io.penstock.train.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A contact sheet of glyphs: each 28 by 28 pixels, ink black on white, enlarged, with a line or two of text beneath. */
public final class GlyphSheet {

    private static final int SIDE = 28;
    private static final int SCALE = 2;
    private static final int GAP = 8;
    private static final int LINE = 12;
    private static final Font FONT = ChartLook.font(Font.PLAIN, 10);
    private static final Color FRAME = new Color(0xD9DDE1);

    private final int columns;
    private final List<byte[]> glyphs = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    /** An empty sheet that is so many glyphs wide. */
    public GlyphSheet(int columns) {
        this.columns = columns;
    }

    /**
     * Adds a glyph.
     *
     * @param glyph 784 bytes, 0 is paper and 255 is ink
     * @param label stands beneath it; a line break divides two lines; may be empty
     */
    public GlyphSheet add(byte[] glyph, String label) {
        if (glyph.length != SIDE * SIDE) {
            throw new IllegalArgumentException("a glyph has 784 bytes, not " + glyph.length);
        }
        glyphs.add(glyph);
        labels.add(label);
        return this;
    }

    /** Returns how many glyphs it holds. */
    public int size() {
        return glyphs.size();
    }

    /** Returns the sheet as a picture; a sheet without glyphs is a blank strip. */
    public byte[] png() {
        int lines = labels.stream().mapToInt(label -> label.isEmpty() ? 0 : label.split("\n").length).max().orElse(0);
        int wide = columnWidth();
        int high = SCALE * SIDE + lines * LINE + GAP;
        int rows = Math.max(1, (glyphs.size() + columns - 1) / columns);
        BufferedImage sheet = new BufferedImage(Math.min(columns, Math.max(1, glyphs.size())) * wide + GAP, rows * high + GAP,
            BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(FONT);
        for (int i = 0; i < glyphs.size(); i++) {
            draw(graphics, i, GAP + i % columns * wide, GAP + i / columns * high);
        }
        graphics.dispose();
        return ChartLook.png(sheet);
    }

    private void draw(Graphics2D graphics, int index, int x, int y) {
        graphics.drawImage(image(glyphs.get(index)), x, y, SCALE * SIDE, SCALE * SIDE, null);
        graphics.setColor(FRAME);
        graphics.drawRect(x - 1, y - 1, SCALE * SIDE + 1, SCALE * SIDE + 1);
        graphics.setColor(Color.BLACK);
        String[] lines = labels.get(index).split("\n");
        for (int line = 0; line < lines.length; line++) {
            graphics.drawString(lines[line], x, y + SCALE * SIDE + (line + 1) * LINE - 1);
        }
    }

    private int columnWidth() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        FontMetrics metrics = graphics.getFontMetrics(FONT);
        int text = labels.stream().flatMap(String::lines).mapToInt(metrics::stringWidth).max().orElse(0);
        graphics.dispose();
        return Math.max(SCALE * SIDE, text) + GAP;
    }

    private static BufferedImage image(byte[] glyph) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < glyph.length; i++) {
            image.setRGB(i % SIDE, i / SIDE, 0x010101 * (255 - (glyph[i] & 0xff)));
        }
        return image;
    }
}
