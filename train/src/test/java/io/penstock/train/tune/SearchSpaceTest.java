package io.penstock.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.train.tune.TuneException.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {

    private static final String SPACE = """
        name: small
        parameters:
          architecture: [gate, lenet-5]
          learningRate: {from: 0.001, to: 0.1, scale: log, points: 3}
          batch: 64
        """;

    @Test
    void aGridHasEveryCombinationOfValuesAndPoints() {
        assertThat(SearchSpace.parse(SPACE, "space.yaml").grid()).hasSize(6)
            .contains(Map.of("architecture", "lenet-5", "learningRate", 0.01, "batch", 64.0));
    }

    @Test
    void aLogarithmicRangeIsDrawnEquallyOftenFromEachDecade() {
        SearchSpace space = SearchSpace.parse(SPACE, "space.yaml");
        SplittableRandom random = new SplittableRandom(1);
        List<Double> rates = IntStream.range(0, 1000).mapToObj(i -> (Double) space.draw(random).get("learningRate")).toList();
        assertThat(rates).allMatch(rate -> rate >= 0.001 && rate <= 0.1);
        assertThat(rates.stream().filter(rate -> rate < 0.01).count()).isBetween(430L, 570L);
    }

    @Test
    void jsonIsReadAsWell() {
        assertThat(SearchSpace.parse("{\"name\": \"x\", \"parameters\": {\"average\": [0, 0.99]}}", "x.json").grid()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{learnRate: 0.1}                                       | UNKNOWN_KEY | learnRate",
        "{learningRate: {from: 0.1, to: 0.2, step: 3}}          | UNKNOWN_KEY | step",
        "{learningRate: {from: 0.1, to: 0.01}}                  | BAD_RANGE   | below",
        "{augmentation: {from: 0, to: 1, scale: log}}           | BAD_RANGE   | above 0",
        "{learningRate: {from: 0.1, to: 0.2, scale: cubic}}     | BAD_RANGE   | linear or log",
        "{learningRate: {to: 0.2}}                              | BAD_RANGE   | from and to",
        "{architecture: {from: 1, to: 2}}                       | BAD_RANGE   | names",
        "{architecture: resnet}                                 | BAD_VALUE   | lenet-5",
        "{batch: 12.5}                                          | BAD_VALUE   | whole",
        "{dropout: [0.5, 2]}                                    | BAD_VALUE   | 0.95",
        "{augmentation.rotation: 400}                           | BAD_VALUE   | 45",
        "{augmentation.colour: 1}                               | UNKNOWN_KEY | augmentation.rotation",
        "{batch: []}                                            | BAD_VALUE   | empty",
        "{}                                                     | SPACE_UNREADABLE | parameters",
        "[                                                      | SPACE_UNREADABLE | YAML"})
    void whatCannotBeSearchedIsSaidClearly(String parameters, Code code, String hint) {
        assertThatThrownBy(() -> SearchSpace.parse("name: x\nparameters: " + parameters, "space.yaml"))
            .isInstanceOfSatisfying(TuneException.class, e -> assertThat(e.code()).isEqualTo(code))
            .hasMessageContaining("space.yaml").hasMessageContaining(hint);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> SearchSpace.read(Path.of("no-such-space.yaml"))).isInstanceOf(TuneException.class)
            .hasMessageContaining("no-such-space.yaml");
    }
}
