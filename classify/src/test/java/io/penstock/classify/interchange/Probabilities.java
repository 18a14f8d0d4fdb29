package io.penstock.classify.interchange;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what two runtimes answer. */
final class Probabilities {

    private static final float TOLERANCE = 1e-5f;

    private Probabilities() {
    }

    static void assertSame(float[][] actual, float[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        float greatest = 0;
        for (int glyph = 0; glyph < expected.length; glyph++) {
            for (int i = 0; i < expected[glyph].length; i++) {
                assertThat(actual[glyph][i]).isNotNaN();
                greatest = Math.max(greatest, Math.abs(actual[glyph][i] - expected[glyph][i]));
            }
        }
        assertThat(greatest).as("greatest difference of a probability").isLessThanOrEqualTo(TOLERANCE);
    }
}
