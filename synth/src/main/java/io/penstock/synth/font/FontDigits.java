package io.penstock.synth.font;

import io.penstock.synth.digit.DigitSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The digits of typefaces as scans show them: each digit of each typeface in three sizes, two slants and two weights, cut and normalized
 * by the segment stage's own normalizer.
 *
 * @param digits  twelve glyphs for each digit of each typeface
 * @param fonts   the typeface of each glyph
 * @param missing typefaces that were left out because they have not all digits
 */
public record FontDigits(DigitSet digits, List<String> fonts, List<String> missing) {

    private static final int[] HEIGHTS = {34, 50, 72};
    private static final double[] SLANTS = {-0.1, 0.15};
    private static final double[] WEIGHTS = {-0.01, 0.025};

    /** Draws the digits; the name of a typeface decides on noise and tilt, so that the same files give the same glyphs. */
    public static FontDigits of(List<FontFile> files) {
        List<byte[]> glyphs = new ArrayList<>();
        List<Byte> labels = new ArrayList<>();
        List<String> fonts = new ArrayList<>();
        for (FontFile file : files.stream().filter(FontFile::hasDigits).toList()) {
            SplittableRandom random = new SplittableRandom(file.name().hashCode());
            for (byte digit = 0; digit < 10; digit++) {
                for (ScannedDigit look : looks()) {
                    glyphs.add(look.glyph(file.outline(digit), random));
                    labels.add(digit);
                    fonts.add(file.name());
                }
            }
        }
        return new FontDigits(DigitSet.of(glyphs, labels), fonts,
            files.stream().filter(file -> !file.hasDigits()).map(FontFile::name).toList());
    }

    private static List<ScannedDigit> looks() {
        List<ScannedDigit> looks = new ArrayList<>();
        for (int height : HEIGHTS) {
            for (double slant : SLANTS) {
                for (double weight : WEIGHTS) {
                    looks.add(new ScannedDigit(height, slant, weight));
                }
            }
        }
        return looks;
    }
}
