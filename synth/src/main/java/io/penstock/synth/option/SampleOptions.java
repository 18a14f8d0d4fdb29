package io.penstock.synth.option;

/**
 * The knobs of the sample generator. The same options, forms and JDK give the same bytes.
 *
 * @param count number of files: 1 to 1,000,000
 * @param pages greatest number of pages of a file in a format that can hold several: 1 to 1,000
 * @param seed  decides on everything that is left to chance
 * @param pen   how forms are filled in
 * @param scan  how they are scanned
 * @param mishaps what goes wrong on purpose
 */
public record SampleOptions(int count, int pages, long seed, PenOptions pen, ScanOptions scan, Mishaps mishaps) {

    /** Checks the ranges. */
    public SampleOptions {
        Ranges.within("count", count, 1, 1_000_000);
        Ranges.within("pages", pages, 1, 1_000);
    }

    /** Nothing goes wrong on purpose. */
    public SampleOptions(int count, int pages, long seed, PenOptions pen, ScanOptions scan) {
        this(count, pages, seed, pen, scan, Mishaps.none());
    }

    /** Returns ten one-page files in a clear hand from an office scanner. */
    public static SampleOptions defaults() {
        return new SampleOptions(10, 1, 1, PenOptions.defaults(), ScanOptions.defaults());
    }
}
