package io.penstock.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.engine.plan.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlantTest {

    private static final int SIDE = 28;

    @Test
    void anUprightStrokeLeansByItsColumnsARow() {
        float[] stroke = new float[2 * SIDE * SIDE];
        IntStream.range(0, SIDE).forEach(row -> stroke[SIDE * SIDE + row * SIDE + 14] = 1);
        float[] leaning = new Slant(0.5).of(stroke);
        for (int row = 4; row < SIDE - 4; row++) {
            assertThat(centre(leaning, SIDE + row)).as("row " + row).isCloseTo(14 - 0.5 * (row - 13.5), within(1e-5));
        }
        assertThat(new Slant(-0.5).of(leaning)[SIDE * SIDE + 13 * SIDE + 14]).isGreaterThan(0.4f);
    }

    @Test
    void whatLeavesTheGlyphDoesNotComeBackOnTheOtherSide() {
        float[] corner = new float[SIDE * SIDE];
        corner[SIDE - 1] = 1;
        assertThat(new Slant(0.5).of(corner)).containsOnly(0);
    }

    @Test
    void aLineLeansAroundItsMiddleRowAndKeepsItsPlace() {
        Shape shape = Shape.LINE;
        float[] stroke = new float[shape.size()];
        IntStream.range(0, shape.height()).forEach(row -> stroke[row * shape.width() + 100] = 1);
        float[] leaning = new Slant(0.25).of(stroke, shape);
        assertThat(leaning[16 * shape.width() + 100] + leaning[16 * shape.width() + 99]).isCloseTo(1, within(1e-5f));
        assertThat(leaning[100]).isZero();
    }

    @Test
    void withoutASlantAGlyphIsSeenOnceAsItIs() {
        float[] glyph = new float[SIDE * SIDE];
        assertThat(Slant.views(0)).hasSize(1);
        assertThat(Slant.views(0)[0].of(glyph)).isSameAs(glyph);
        assertThat(Slant.views(0.3)).extracting(Slant::columns).containsExactly(0.0, -0.3, 0.3);
    }

    private static double centre(float[] images, int row) {
        double sum = 0;
        double weighted = 0;
        for (int column = 0; column < SIDE; column++) {
            sum += images[row * SIDE + column];
            weighted += column * images[row * SIDE + column];
        }
        return weighted / sum;
    }
}
