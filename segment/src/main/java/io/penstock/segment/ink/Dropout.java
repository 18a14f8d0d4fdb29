package io.penstock.segment.ink;

/**
 * Removes printed lines from an ink mask and leaves the strokes that cross them.
 *
 * <p>Across the line, a run of ink no longer than the line is thick is print; a longer one is a stroke that crosses it.
 */
public final class Dropout {

    private static final double BAND_MM = 0.3;

    private final Ink ink;
    private final double band;

    public Dropout(Ink ink, double scale) {
        this.ink = ink;
        band = Math.max(2, BAND_MM * scale);
    }

    /** Removes a vertical line around {@code x} between two rows. */
    public void vertical(double x, double from, double to, double thickness) {
        int width = ink.width();
        for (int y = clamp(from, ink.height()); y < clamp(to, ink.height()); y++) {
            erase(y * width, 1, width, x, limit(thickness));
        }
    }

    /** Removes a horizontal line around {@code y} between two columns. */
    public void horizontal(double y, double from, double to, double thickness) {
        for (int x = clamp(from, ink.width()); x < clamp(to, ink.width()); x++) {
            erase(x, ink.width(), ink.height(), y, limit(thickness));
        }
    }

    private static double limit(double thickness) {
        return Math.max(thickness + 2, 1.6 * thickness);
    }

    private static int clamp(double value, int limit) {
        return (int) Math.max(0, Math.min(limit, Math.round(value)));
    }

    private void erase(int base, int stride, int length, double centre, double limit) {
        byte[] mask = ink.mask();
        int from = clamp(centre - band, length);
        int to = clamp(centre + band + 1, length);
        for (int i = from; i < to; i++) {
            if (mask[base + i * stride] == 0) {
                continue;
            }
            int start = i;
            while (start > 0 && mask[base + (start - 1) * stride] != 0) {
                start--;
            }
            int end = i + 1;
            while (end < length && mask[base + end * stride] != 0) {
                end++;
            }
            if (end - start <= limit) {
                for (int k = start; k < end; k++) {
                    mask[base + k * stride] = 0;
                }
            }
            i = end;
        }
    }
}
