package io.penstock.sink.decode.line;

import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Marks.Behind;
import io.penstock.sink.decode.lattice.Marks.Between;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.Layout;
import io.penstock.sink.decode.spelling.Spelling;
import io.penstock.sink.rule.FieldRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    /** Digits that stand beside each other on a form with cents, and what stands behind them. */
    private static FieldPosterior placed(List<Hypothesis> strings, Box... behind) {
        List<ClassifiedGlyph> glyphs = new ArrayList<>(List.of(glyph(0, 1, "7", 0.99, tall(0)), glyph(1, 2, "5", 0.99, tall(1))));
        for (Box box : behind) {
            glyphs.add(glyph(glyphs.size(), glyphs.size() + 1, "X", 0.99, box));
        }
        FieldRules rules = rules(FieldKind.AMOUNT).setFraction(2).build();
        return new PointVote(field("f", rules, glyphs.size() + 1, glyphs), new FieldRule(rules, 1950), 0.01)
            .placed(new FieldPosterior(null, strings));
    }

    private static Hypothesis string(String text, double posterior) {
        List<Path.Step> digits = IntStream.range(0, text.length()).mapToObj(i -> new Path.Step(
            Edge.of(glyph(i, i + 1, text.substring(i, i + 1), 0.99, tall(i))), text.charAt(i) - '0')).toList();
        return new Hypothesis(new Spelling(text, digits, 2, 1, 1, false, null), text, "0." + text, null, posterior);
    }

    @Test
    void theProbabilityOfAStringIsSharedOutAmongItsValues() {
        FieldPosterior placed = placed(List.of(string("75", 0.8)));
        assertThat(placed.hypotheses()).extracting(Hypothesis::value).containsOnly("75", "0.75", "7.50");
        assertThat(placed.probability("75")).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void anUprightStrokeBehindTheDigitsTakesATenthFromThem() {
        assertThat(placed(List.of(string("75", 0.8)), new Box(42, 10, 4, 20)).probability("75")).isCloseTo(0.72, within(1e-9));
        assertThat(placed(List.of(string("75", 0.8)), new Box(40, 19, 16, 3)).probability("75")).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void whatIsAThousandTimesLessProbableThanTheBestIsLeftAsItIs() {
        assertThat(placed(List.of(string("75", 0.02), string("76", 0.00001))).hypotheses()).filteredOn(one -> one.text().equals("76"))
            .extracting(Hypothesis::value).containsExactly("0.76");
        assertThat(placed(List.of(string("75", 0.02), string("76", 0.001))).hypotheses()).filteredOn(one -> one.text().equals("76"))
            .hasSizeGreaterThan(1);
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
