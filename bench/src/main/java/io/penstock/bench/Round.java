package io.penstock.bench;

/**
 * One measured round.
 *
 * @param count   what was read
 * @param seconds wall-clock time from the first document handed over to the last number in hand
 */
record Round(Count count, double seconds) {

    double pagesPerSecond() {
        return count.pages() / seconds;
    }

    double glyphsPerSecond() {
        return count.glyphs() / seconds;
    }
}
