package io.penstock.segment.ink;

/** The width of the pen that a comb was filled in with: twice the ink by the length of its outline, away from the printed lines. */
public final class PenWidth {

    private static final double CLEAR_MM = 0.5;

    private PenWidth() {
    }

    /** Returns the width in pixels, at least 1; that of the lines where nothing is written. */
    public static double in(Ink ink, Lines lines, double scale) {
        double clear = CLEAR_MM * scale;
        int area = 0;
        int outline = 0;
        for (int box = 0; box < lines.boxes(); box++) {
            for (int y = (int) (lines.top() + clear); y < lines.bottom() - clear; y++) {
                for (int x = (int) (lines.verticals()[box] + clear); x < lines.verticals()[box + 1] - clear; x++) {
                    if (ink.isInk(x, y)) {
                        area++;
                        outline += ink.isInk(x - 1, y) && ink.isInk(x + 1, y) && ink.isInk(x, y - 1) && ink.isInk(x, y + 1) ? 0 : 1;
                    }
                }
            }
        }
        return outline == 0 ? lines.topThickness() : Math.max(1, 2.0 * area / outline);
    }
}
