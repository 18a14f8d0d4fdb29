package io.penstock.bench;

/**
 * How much was read.
 *
 * @param pages   pages
 * @param glyphs  glyphs that went through the networks
 * @param numbers fields that yielded a line
 */
record Count(long pages, long glyphs, long numbers) {

    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
        return new Count(pages + other.pages, glyphs + other.glyphs, numbers + other.numbers);
    }
}
