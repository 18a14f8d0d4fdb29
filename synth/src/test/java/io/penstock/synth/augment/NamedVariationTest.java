package io.penstock.synth.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.synth.rubbish.StrokeDigit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NamedVariationTest {

    @Test
    void everyKindOfTheStandardAugmentationIsThereByItself() {
        List<String> names = NamedVariation.all().stream().map(NamedVariation::name).toList();
        assertThat(names).doesNotHaveDuplicates().startsWith("original").endsWith("standard");
        AugmentationStrengths.of(Augmentation.standard()).values().keySet()
            .forEach(kind -> assertThat(names).anyMatch(name -> name.startsWith(kind)));
    }

    @Test
    void eachChangesADigitAndTheOriginalDoesNot() {
        byte[] digit = StrokeDigit.draw(4, new SplittableRandom(1));
        byte[] neighbour = StrokeDigit.draw(8, new SplittableRandom(2));
        for (NamedVariation variation : NamedVariation.all()) {
            byte[] varied = variation.vary(digit, neighbour, new SplittableRandom(3));
            assertThat(Arrays.equals(varied, digit)).as(variation.name()).isEqualTo(variation.name().equals("original"));
        }
    }
}
