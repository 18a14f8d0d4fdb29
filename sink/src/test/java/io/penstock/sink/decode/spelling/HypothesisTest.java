package io.penstock.sink.decode.spelling;

import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.schema.Alternative;
import io.penstock.schema.Digit;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.rule.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a string is worth among others. */
class HypothesisTest {

    private static Hypothesis of(String text, String value, Reason flaw, double posterior) {
        return new Hypothesis(null, text, value, flaw, posterior);
    }

    @ParameterizedTest
    @CsvSource({"123, 123, 123", "007, 7, 7", "'', , 0", "1250, 12.50, ", "17042019, 2019-04-17, ", "5, .5, ", "5, -5, ",
        "123456789012345, 123456789012345, 123456789012345", "1234567890123456, 1234567890123456, "})
    void onlyAWholeNumberOrNothingAddsToASum(String text, String value, Long summand) {
        assertThat(of(text, value, null, 1).summand()).isEqualTo(summand);
        assertThat(of(text, value, Reason.WRONG_LENGTH, 1).summand()).isNull();
    }

    @Test
    void theStringThatIsLikeliestWhateverItsValueIsTaken() {
        FieldPosterior field = new FieldPosterior(null, List.of(of("80", "80", null, 0.4), of("8000", "80.00", null, 0.25),
            of("8000", "8000", null, 0.3)));
        assertThat(field.hypotheses()).extracting(Hypothesis::value).containsExactly("8000", "80.00", "80");
        assertThat(field.best().orElseThrow().value()).isEqualTo("8000");
        assertThat(field.probability("8000")).isEqualTo(0.55);
        assertThat(field.probability("8")).isZero();
    }

    @Test
    void aStringWithAHoleIsTakenOnlyWhereThereIsNothingElseAndAddsNothingToAnother() {
        FieldPosterior field = new FieldPosterior(null, List.of(of("12", null, Reason.NOT_A_DIGIT, 0.6), of("12", "12", null, 0.1),
            of("13", "13", null, 0.2)));
        assertThat(field.hypotheses()).extracting(Hypothesis::value).containsExactly("13", "12", null);
        assertThat(new FieldPosterior(null, List.of(of("1", null, Reason.NOT_A_DIGIT, 0.3), of("2", null, Reason.NOT_A_DIGIT, 0.6)))
            .best().orElseThrow().text()).isEqualTo("2");
        assertThat(new FieldPosterior(null, List.of()).best()).isEmpty();
    }

    @Test
    void aDigitIsRecordedWithTheThreeOthersThatItMayBe() {
        Edge edge = Edge.of(glyph(0, 1, "4:0.5/9:0.25/1:0.125/7:0.0625/2:0.03125/X:0.03125", 0.5, tall(3)));
        Digit digit = GlyphDigit.of(new Path.Step(edge, 9));
        assertThat(digit.getDigit()).isEqualTo("9");
        assertThat(digit.getConfidence()).isEqualTo(0.25);
        assertThat(digit.getBox()).isEqualTo(tall(3));
        assertThat(digit.getAlternatives()).extracting(Alternative::getDigit, Alternative::getConfidence)
            .containsExactly(tuple("4", 0.5), tuple("1", 0.125), tuple("7", 0.0625));
    }

    @Test
    void whatADigitCannotBeIsNoAlternative() {
        Edge edge = Edge.of(glyph(0, 1, "4:0.9999/9:0.0000005/3:0.000002", 1, tall(0)));
        assertThat(GlyphDigit.of(new Path.Step(edge, 4)).getAlternatives()).first().extracting(Alternative::getDigit).isEqualTo("0");
        Edge certain = Edge.of(glyph(0, 1, "4:1", 1, tall(0)));
        assertThat(GlyphDigit.of(new Path.Step(certain, 4)).getAlternatives()).isEmpty();
    }
}
