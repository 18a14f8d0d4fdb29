package io.penstock.synth.handwriting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture of many writers' symbols, to look at: {@code main FILE SLOPPINESS WRITERS}. */
public final class ContactSheet {

    static final int CELL = 44;

    private ContactSheet() {
    }

    /** Writes a sheet as PNG. */
    public static void main(String[] args) throws IOException {
        ImageIO.write(draw("0123456789X-/,.$₹", Integer.parseInt(args[2]), Double.parseDouble(args[1]), Long.parseLong(args[3])),
            "png", new File(args[0]));
    }

    static BufferedImage draw(String symbols, int writers, double sloppiness, long firstSeed) {
        BufferedImage sheet = new BufferedImage(symbols.length() * 2 * CELL, writers * CELL, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        g.setColor(Color.BLACK);
        g.scale(CELL / 7.0, CELL / 7.0);
        InkBrush brush = new InkBrush(g);
        for (int row = 0; row < writers; row++) {
            Writer writer = new Writer(firstSeed + row, sloppiness);
            for (int column = 0; column < 2 * symbols.length(); column++) {
                brush.draw(writer.write(symbols.charAt(column / 2), 4.8).movedBy(7 * column + 1.5, 7 * row + 5.8));
            }
        }
        g.dispose();
        return sheet;
    }
}
