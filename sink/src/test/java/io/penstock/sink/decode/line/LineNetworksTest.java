package io.penstock.sink.decode.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.sink.decode.lattice.Path;
import org.junit.jupiter.api.Test;

class LineNetworksTest {

    private static final int NOTHING = 12;
    private static final float[][] EARLY = LineFramesTest.frames(1, NOTHING, 2, NOTHING, NOTHING);
    private static final float[][] LATE = LineFramesTest.frames(NOTHING, 1, NOTHING, 2, NOTHING);
    private static final float[][] OTHER = LineFramesTest.frames(7, NOTHING, 2, NOTHING, NOTHING);

    @Test
    void networksThatSeeTheSameDigitsInOtherFramesAgree() {
        LineNetworks networks = LineNetworks.of(LineFramesTest.reading(EARLY, LATE));

        assertThat(networks.best(2).keySet()).first().isEqualTo("12");
        assertThat(networks.probability("12")).isGreaterThan(0.7);
    }

    @Test
    void aStringIsAsProbableAsTheNetworksThinkOnTheMean() {
        LineNetworks both = LineNetworks.of(LineFramesTest.reading(EARLY, OTHER));
        double alone = LineNetworks.of(LineFramesTest.reading(EARLY)).probability("12");
        double other = LineNetworks.of(LineFramesTest.reading(OTHER)).probability("12");

        assertThat(both.probability("12")).isCloseTo((alone + other) / 2, within(1e-9));
        assertThat(both.best(1).keySet()).containsExactlyInAnyOrder("12", "72");
    }

    @Test
    void whatAStringSpellsIsSeenWhereTheSurestNetworkSeesIt() {
        Path path = LineNetworks.of(LineFramesTest.reading(OTHER, LATE)).spelled("12");

        assertThat(path.steps()).extracting(Path.Step::symbol).containsExactly(1, 2);
        assertThat(path.steps().get(0).edge().box().getX()).isEqualTo(20);
    }
}
