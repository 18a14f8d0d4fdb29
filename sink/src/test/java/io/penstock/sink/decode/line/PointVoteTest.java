package io.penstock.sink.decode.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.sink.decode.lattice.Marks.Behind;
import io.penstock.sink.decode.lattice.Marks.Between;
import io.penstock.sink.decode.spelling.Layout;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well the ink beside five digits fits a place of the point. */
class PointVoteTest {

    private static final double UNSEEN = 0.001;

    /** What stands between the digits: n nothing, p something small, c a mark. */
    private static double seen(int after, boolean ended, String between, Behind behind) {
        List<Between> marks = between.chars()
            .mapToObj(mark -> mark == 'n' ? Between.NOTHING : mark == 'p' ? Between.POSSIBLE : Between.CLEAR).toList();
        return PointVote.seen(new Layout(after, ended), marks, behind, UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({
        // no point: a mark that is seen is dust
        "0, nnnn, 1", "0, nnnp, 0.5", "0, nnnc, 0.01", "0, pnnc, 0.005",
        // cents: the point is seen, or not
        "2, nncn, 1", "2, nnpn, 1", "2, nnnn, 0.001", "1, nnnn, 0.001", "1, nnnc, 1", "2, nncc, 0.01",
        // three digits behind a mark are a group, whose mark often touches a digit
        "3, ncnn, 1", "3, nnnn, 0.3", "3, pcnn, 1", "3, ccnn, 1", "3, ncnp, 0.5",
        // before the cents a mark may part thousands, if it stands there
        "1, ncnc, 0.01", "1, cnnc, 1", "1, nnnp, 1"})
    void whatStandsBetweenTheDigitsIsAPointOrDust(int after, String between, double fit) {
        assertThat(seen(after, false, between, Behind.NOTHING)).isCloseTo(fit, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"false, NOTHING, 1", "false, WEAK, 0.5", "false, SIGN, 0.001", "true, NOTHING, 0.001", "true, WEAK, 1", "true, SIGN, 1"})
    void whatStandsBehindTheDigitsSaysWhetherTheyEnd(boolean ended, Behind behind, double fit) {
        assertThat(seen(0, ended, "nnnn", behind)).isCloseTo(fit, within(1e-9));
    }
}
