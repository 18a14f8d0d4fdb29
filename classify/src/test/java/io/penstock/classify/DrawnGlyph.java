package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;

/** Glyphs drawn with a round pen of about two pixels, for tests that need no data set. Coordinates are those of the 28 by 28 frame. */
public final class DrawnGlyph {

    private final byte[] pixels = new byte[DigitClassifier.GLYPH_BYTES];

    /** Returns a 0: an ellipse. */
    public static byte[] zero() {
        DrawnGlyph glyph = new DrawnGlyph();
        for (int degrees = 0; degrees < 360; degrees += 3) {
            double angle = Math.toRadians(degrees);
            glyph.dot(14 + 6.5 * Math.cos(angle), 14 + 8.8 * Math.sin(angle));
        }
        return glyph.pixels;
    }

    /** Returns a 1: a bare upright stroke. */
    public static byte[] one() {
        return new DrawnGlyph().line(14.5, 5, 13.5, 23).pixels;
    }

    /** Returns a 7 without a bar. */
    public static byte[] seven() {
        return new DrawnGlyph().line(7, 6, 20, 6).line(20, 6, 12, 23).pixels;
    }

    /** Returns a 4 that is open at the top. */
    public static byte[] four() {
        return new DrawnGlyph().line(9, 5, 8, 14).line(8, 14, 20, 14).line(18, 5, 17, 23).pixels;
    }

    /** Returns a cross, as fills unused boxes. */
    public static byte[] cross() {
        return new DrawnGlyph().line(5, 6, 23, 22).line(22, 5, 6, 23).pixels;
    }

    /** Returns a level dash. */
    public static byte[] dash() {
        return new DrawnGlyph().line(5, 14, 23, 13.5).pixels;
    }

    private DrawnGlyph line(double x0, double y0, double x1, double y1) {
        for (double t = 0; t <= 1; t += 0.02) {
            dot(x0 + t * (x1 - x0), y0 + t * (y1 - y0));
        }
        return this;
    }

    private void dot(double x, double y) {
        for (int i = 0; i < pixels.length; i++) {
            double distance = Math.hypot(i % 28 - x, i / 28.0 - (i % 28) / 28.0 - y);
            int ink = (int) Math.round(255 * Math.max(0, Math.min(1, 1.9 - distance)));
            pixels[i] = (byte) Math.max(pixels[i] & 0xff, ink);
        }
    }
}
