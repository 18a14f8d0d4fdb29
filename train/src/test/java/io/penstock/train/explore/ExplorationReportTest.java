package io.penstock.train.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.synth.augment.NamedVariation;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.Rubbish;
import io.penstock.synth.rubbish.StrokeDigit;
import io.penstock.train.data.PublishedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorationReportTest {

    @TempDir
    private Path folder;

    @Test
    void onePageHoldsEveryAugmentationEveryRubbishAndEveryFigure() throws IOException {
        DigitSet digits = drawn();
        Exploration exploration = new Exploration(Map.of(PublishedSet.MNIST_TRAIN, digits), List.of(SetFigures.of("mnist-train", digits)),
            Optional.of(new WriterFigures(100, 9_000, 20, 1_234, 3, 78)), List.of("semeion-test is not there"));

        String page = Files.readString(new ExplorationReport(exploration).write(folder.resolve("out")));

        NamedVariation.all().forEach(variation -> assertThat(page).contains("variants: " + variation.name()));
        for (Rubbish kind : Rubbish.values()) {
            assertThat(page).contains("rubbish: " + kind.name().toLowerCase(Locale.ROOT));
        }
        assertThat(page).contains("1,234", "semeion-test is not there", "generated hands: 9").doesNotContain("<script", "src=\"http");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("out/explore.json").toFile());
        assertThat(json.at("/sets/0/byClass/7").intValue()).isEqualTo(3);
        assertThat(json.at("/writers/validationDigits").intValue()).isEqualTo(1_234);
    }

    private static DigitSet drawn() {
        SplittableRandom random = new SplittableRandom(1);
        byte[][] images = IntStream.range(0, 30).mapToObj(i -> StrokeDigit.draw(i % 10, random)).toArray(byte[][]::new);
        byte[] labels = new byte[30];
        IntStream.range(0, 30).forEach(i -> labels[i] = (byte) (i % 10));
        return new DigitSet(images, labels);
    }
}
