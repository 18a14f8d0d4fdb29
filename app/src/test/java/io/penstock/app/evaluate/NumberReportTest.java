package io.penstock.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.penstock.app.Numbers;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReportTest {

    private static ScoredField field(String value, String text, Double confidence, NumberStatus status, String... reasons) {
        RecognizedNumber number = Numbers.number("doc", 1, 1, 0, 1).setKind(FieldKind.DIGITS).setText(text)
            .setConfidence(confidence).setStatus(status).setReasons(List.of(reasons)).build();
        return new ScoredField(new Truth(Path.of("scan"), "f", value, value, false), Optional.of(number));
    }

    @Test
    void theCurveLeavesOutWhatAPersonIsAskedAboutAnyway() {
        NumberReport report = NumberReport.of(List.of(field("12", "12", 0.9, NumberStatus.ACCEPTED),
            field("34", "34", 0.99, NumberStatus.REVIEW, "RELATION_FAILED"),
            field("56", "57", 0.8, NumberStatus.REVIEW, "LOW_CONFIDENCE")));
        assertThat(report.curve()).extracting(AcceptanceCurve.Point::threshold).containsExactly(0.9, 0.8);
        assertThat(report.readAt().get("0.01")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(report.curve().get(1).errorRate()).isEqualTo(0.5);
    }

    @Test
    void equallySureFieldsAreAcceptedTogether() {
        List<ScoredField> fields = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            fields.add(field("12", i == 3 ? "13" : "12", 0.9, NumberStatus.ACCEPTED));
        }
        assertThat(AcceptanceCurve.of(fields).points()).singleElement().extracting(AcceptanceCurve.Point::errorRate).isEqualTo(0.25);
        assertThat(AcceptanceCurve.of(fields).readRateAt(0.01)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"60.05, true, 60.05, true", "60.05, true, 6005, false", "60.50, true, 60.5, true", "6005, false, 60.05, true",
        "6005, true, 60.05, false", "80.00, true, , false"})
    void anAmountIsRightWithItsPointWhereTheTruthTellsIt(String truth, boolean typed, String value, boolean right) {
        RecognizedNumber number = Numbers.number("doc", 1, 1, 0, 1).setKind(FieldKind.AMOUNT).setText(truth.replace(".", ""))
            .setValue(value).setConfidence(0.99).setStatus(NumberStatus.ACCEPTED).setReasons(List.of()).build();
        ScoredField field = new ScoredField(new Truth(Path.of("scan"), "f", truth.replace(".", ""), truth, typed), Optional.of(number));
        assertThat(field.isRight()).isEqualTo(right);
        assertThat(field.isTextRight()).isEqualTo(right);
    }

    @Test
    void aFileTellsThePointsOfAFieldWhereOneOfItsValuesHasOne(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("truth.csv"),
            "file,field,written,value\na,sum,6005,60.05\nb,sum,8000,8000\nb,n,12,12\n");
        assertThat(Truth.read(csv)).extracting(Truth::typed).containsExactly(true, true, false);
    }

    @Test
    void aWrittenFieldThatIsTakenForEmptyIsLost() {
        NumberReport report = NumberReport.of(List.of(field("12", "", null, NumberStatus.EMPTY), field("", "", null, NumberStatus.EMPTY)));
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.right()).isEqualTo(1);
    }

    @Test
    void confusionsComeByWhatTheyCost() {
        NumberReport report = NumberReport.of(List.of(field("4711", "9711", 0.9, NumberStatus.ACCEPTED),
            field("17", "77", 0.5, NumberStatus.REVIEW), field("17", "71", 0.5, NumberStatus.REVIEW),
            field("250", "2501", 0.6, NumberStatus.REVIEW), field("33", "33", 0.9, NumberStatus.ACCEPTED)));
        assertThat(report.confusions()).extracting(Confusion::describe, Confusion::accepted, Confusion::alone)
            .startsWith(tuple("4 → 9", 1, 1)).contains(tuple("· → 1", 0, 1));
        assertThat(report.confusions().get(1).describe()).isEqualTo("1 → 7");
        assertThat(report.confusions().get(1).fields()).isEqualTo(2);
    }

    @Test
    void confidenceThatIsAlwaysTooHighShows() {
        List<ScoredField> fields = List.of(field("1", "1", 0.9, NumberStatus.ACCEPTED), field("2", "3", 0.9, NumberStatus.ACCEPTED));
        assertThat(NumberReport.of(fields).reliability().ece()).isCloseTo(0.4, within(1e-9));
    }
}
