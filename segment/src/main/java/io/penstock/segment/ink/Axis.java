package io.penstock.segment.ink;

/**
 * A direction in which printed lines run through ink: places along it, rows across it.
 *
 * @param length  places
 * @param breadth rows
 * @param along   step of a pixel's index from one place to the next
 * @param across  step from one row to the next
 */
public record Axis(int length, int breadth, int along, int across) {

    /** How far from a line its ink may begin, rows. */
    private static final int[] BESIDE = {0, -1, 1, -2, 2};

    /** Returns the direction of lines from left to right. */
    public static Axis across(Ink ink) {
        return new Axis(ink.width(), ink.height(), 1, ink.width());
    }

    /** Returns the direction of lines from top to bottom. */
    public static Axis down(Ink ink) {
        return new Axis(ink.height(), ink.width(), ink.width(), 1);
    }

    /** Rows from {@code start} on, {@code length} of them; none where it is 0. */
    public record Run(int start, int length) {
    }

    public int pixel(int place, int row) {
        return place * along + row * across;
    }

    public boolean has(int row) {
        return row >= 0 && row < breadth;
    }

    /** Returns how far a line that rises by so many rows over its length is from its middle row at a place. */
    public int shift(int rise, int place) {
        return (int) Math.round(rise * (place / (double) length - 0.5));
    }

    /** Returns the run of marked pixels that lies on a line, or up to two rows beside it. */
    public Run run(byte[] mask, int place, int line) {
        for (int offset : BESIDE) {
            int start = line + offset;
            if (has(start) && mask[pixel(place, start)] != 0) {
                int end = start;
                while (start > 0 && mask[pixel(place, start - 1)] != 0) {
                    start--;
                }
                while (end < breadth && mask[pixel(place, end)] != 0) {
                    end++;
                }
                return new Run(start, end - start);
            }
        }
        return new Run(line, 0);
    }
}
