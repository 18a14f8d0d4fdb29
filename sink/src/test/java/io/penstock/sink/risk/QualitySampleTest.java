package io.penstock.sink.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QualitySampleTest {

    private static long taken(double share, int from, int to) {
        return IntStream.range(from, to).filter(i -> new QualitySample(share).takes("scan-" + i + ".pdf/0." + i + "/1/amount")).count();
    }

    @Test
    void theShareIsKeptAndEvenlySpread() {
        assertThat(taken(0.01, 0, 100_000)).isBetween(900L, 1100L);
        assertThat(taken(0.01, 0, 10_000)).isBetween(60L, 140L);
        assertThat(taken(0, 0, 10_000)).isZero();
        assertThat(taken(1, 0, 10_000)).isEqualTo(10_000);
    }

    @Test
    void theSameNumberIsAlwaysInOrOut() {
        assertThat(IntStream.range(0, 1000).filter(i -> new QualitySample(0.05).takes("id" + i) && !new QualitySample(0.1).takes("id" + i)))
            .isEmpty();
    }
}
