package io.penstock.sink.decode.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    /** How many digits may stand behind a separator, of ten, where the last separator stands before so many. */
    @ParameterizedTest
    @CsvSource({"0, ''", "1, 1 4 6 7 8 10", "2, 2 5 7 8 9", "3, 3 4 5 6 7 8 9 10", "4, 4 5 6 7 8 9 10"})
    void separatorsBeforeTheLastOneGroupTheWholePart(int after, String places) {
        String may = String.join(" ", IntStream.rangeClosed(0, 10).filter(new Layout(after, false)::mayPart).mapToObj(Integer::toString)
            .toList());
        assertThat(may).isEqualTo(places);
    }
}
