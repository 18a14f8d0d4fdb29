package io.penstock.synth.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.line.LineImage;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.handwriting.PennedDigit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LineSetTest {

    private static DigitSet digits;

    @BeforeAll
    static void drawDigits() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] labels = new byte[40];
        byte[][] images = new byte[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 10);
            images[i] = PennedDigit.draw(i % 10, random);
        }
        digits = new DigitSet(images, labels);
    }

    @Test
    void theSameSeedDrawsTheSameLinesAndANumberIsALineByItself() {
        LineSet lines = LineSet.draw(LineHands.of(digits), 0, 6, 3);

        assertThat(LineSet.draw(LineHands.of(digits), 0, 6, 3).images()).isDeepEqualTo(lines.images());
        assertThat(LineSet.draw(LineHands.of(digits), 4, 2, 3).images()[1]).isEqualTo(lines.images()[5]);
        assertThat(LineSet.draw(LineHands.of(digits), 0, 6, 4).images()).isNotEqualTo(lines.images());
    }

    @Test
    void aLineIsOfOnePersonWhereWritersAreToldApart() {
        DigitSet one = digits.where(i -> i < 20);
        DigitSet other = digits.where(i -> i >= 20);
        LineHands hands = LineHands.of(List.of(one, other), new DigitSet(new byte[0][], new byte[0]), List.of());

        LineHands.Glyphs someone = hands.someone(new SplittableRandom(1));
        assertThat(someone.set()).isIn(one, other);
        assertThat(List.of(someone.set().images())).contains(hands.digit(someone, 4, new SplittableRandom(2)));
    }

    @Test
    void everyLineHasInkAndSaysSomething() {
        LineSet lines = LineSet.draw(LineHands.of(digits), 0, 20, 5);

        assertThat(List.of(lines.images())).allSatisfy(image -> {
            assertThat(image).hasSize(LineImage.HEIGHT * LineImage.WIDTH);
            assertThat(IntStream.range(0, image.length).map(i -> image[i] & 0xff).max().orElseThrow()).isGreaterThan(200);
        });
        assertThat(List.of(lines.classes())).allSatisfy(classes -> assertThat(classes).isNotEmpty().hasSizeLessThan(24));
    }

    @Test
    void marksStandBeforeAndAfterTheDigitsAndSeparatorsBetweenThem() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            StringBuilder classes = new StringBuilder();
            for (byte symbol : LineText.draw(random).classes()) {
                classes.append(symbol == LineText.MARK ? 'M' : symbol == LineText.SEPARATOR ? ',' : (char) ('0' + symbol));
            }
            assertThat(classes.toString()).matches("M?[0-9]+(,[0-9]+)*M?");
        }
    }

    @Test
    void aVariantKeepsTheLineInThePicture() {
        LineSet lines = LineSet.draw(LineHands.of(digits), 0, 1, 6);
        float[] varied = new float[LineImage.HEIGHT * LineImage.WIDTH];
        SplittableRandom random = new SplittableRandom(7);

        LineVariation.draw(random).apply(lines.images()[0], random, varied, 0);

        assertThat(varied).doesNotContain(Float.NaN);
        assertThat(IntStream.range(0, varied.length).filter(i -> varied[i] > 0.5).count()).isGreaterThan(20);
        assertThat(IntStream.range(0, varied.length).filter(i -> varied[i] < 0 || varied[i] > 1)).isEmpty();
    }
}
