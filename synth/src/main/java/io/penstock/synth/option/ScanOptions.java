package io.penstock.synth.option;

import java.util.List;

/**
 * How samples are scanned.
 *
 * @param skew    greatest tilt of a sheet to either side, degrees: 0 to 20
 * @param noise   0 (a good scanner, clean paper) to 1 (sensor noise, specks, shading, blur, strong compression)
 * @param minDpi  least resolution, dots per inch: 100 to 600; usual resolutions from here to {@code maxDpi} are drawn
 * @param maxDpi  greatest resolution, dots per inch: {@code minDpi} to 600
 * @param tone    colour or grey
 * @param formats file formats, taken in turn; at least one
 */
public record ScanOptions(double skew, double noise, int minDpi, int maxDpi, Tone tone, List<ScanFormat> formats) {

    /** Checks the ranges and copies the list. */
    public ScanOptions {
        Ranges.within("skew", skew, 0, 20);
        Ranges.share("noise", noise);
        Ranges.within("least dpi", minDpi, 100, 600);
        Ranges.within("greatest dpi", maxDpi, minDpi, 600);
        formats = List.copyOf(formats);
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("give at least one format of " + List.of(ScanFormat.values()));
        }
    }

    /** Returns an office scanner: all formats, 200 to 300 dpi, up to 1.5° of skew, mild noise. */
    public static ScanOptions defaults() {
        return new ScanOptions(1.5, 0.2, 200, 300, Tone.MIXED, List.of(ScanFormat.values()));
    }
}
