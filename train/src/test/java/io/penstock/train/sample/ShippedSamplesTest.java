package io.penstock.train.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.StrokeDigit;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShippedSamplesTest {

    @Test
    void whatNetworksAreChosenOnHasAllElevenClassesAndIsTheSameForAll() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] labels = new byte[50];
        byte[][] images = new byte[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 10);
            images[i] = StrokeDigit.draw(i % 10, random);
        }

        DigitValidation first = ShippedSamples.validation(new DigitSet(images, labels));
        DigitValidation again = ShippedSamples.validation(new DigitSet(images, labels));

        assertThat(IntStream.range(0, first.labels().length).map(i -> first.labels()[i]).distinct().sorted())
            .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, DigitClassifier.REJECT);
        assertThat(again.images()).isDeepEqualTo(first.images());
    }
}
