package io.penstock.sink.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Cents;
import io.penstock.schema.CheckDigit;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import io.penstock.sink.rule.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table that the review console's tests read too: what a clerk is told while typing is what the sink makes of it. */
class TypedTableTest {

    private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");
    private static final int WINDOW_START = 1950;

    @ParameterizedTest
    @CsvFileSource(resources = "/io/penstock/sink/rule/typed.csv", delimiter = '|', quoteCharacter = '`')
    void typedTextMeansWhatTheTableSays(String typed, String described, String verdict, String expected) {
        FieldRules rules = rules(described);
        AssembledNumber reviewed = reviewed(rules);
        Correction correction = Correction.newBuilder().setReview("r").setDocument("d").setOutcome(CorrectionOutcome.TEXT).setText(typed)
            .setReviewer("anna").setCorrectedAt(NOW).build();

        if (verdict.equals("UNCLEAR")) {
            assertThat(HumanAnswer.unclear(correction, reviewed)).contains(typed + " " + expected);
            return;
        }
        assertThat(HumanAnswer.unclear(correction, reviewed)).isEmpty();
        RecognizedNumber answer = new HumanAnswer(WINDOW_START).apply(correction, reviewed).getNumber();
        if (verdict.equals("VALID")) {
            assertThat(answer.getValue()).isEqualTo(expected);
        } else {
            assertThat(answer.getValue()).isNull();
            assertThat(answer.getReasons()).containsExactly(Reason.RULE_VIOLATED_BY_PERSON.name());
            boolean digitsOnly = !expected.equals(Reason.NOT_A_DIGIT.name()) && rules.getKind() != FieldKind.AMOUNT;
            assertThat(!digitsOnly || new FieldRule(rules, WINDOW_START).read(typed.replaceAll("[^0-9]", ""), 0)
                .equals(new Meaning.Invalid(Reason.valueOf(expected)))).isTrue();
        }
    }

    private static FieldRules rules(String described) {
        String[] parts = described.split(" ");
        FieldRules.Builder rules = FieldRules.newBuilder().setKind(FieldKind.valueOf(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            String[] rule = parts[i].split("=", 2);
            switch (rule[0]) {
                case "minLength" -> rules.setMinLength(Integer.valueOf(rule[1]));
                case "maxLength" -> rules.setMaxLength(Integer.valueOf(rule[1]));
                case "min" -> rules.setMin(rule[1]);
                case "max" -> rules.setMax(rule[1]);
                case "fraction" -> rules.setFraction(Integer.parseInt(rule[1]));
                case "cents" -> rules.setCents(Cents.valueOf(rule[1]));
                case "dateOrder" -> rules.setDateOrder(rule[1]);
                case "checkDigit" -> rules.setCheckDigit(CheckDigit.valueOf(rule[1]));
                case "pattern" -> rules.setPattern(rule[1]);
                default -> throw new IllegalArgumentException(rule[0] + " is no rule of a field");
            }
        }
        return rules.build();
    }

    private static AssembledNumber reviewed(FieldRules rules) {
        RecognizedNumber number = RecognizedNumber.newBuilder().setDocument("d")
            .setSubmission(new Submission("documents", 0, 0L, NOW, "")).setPage(1).setPages(1).setIndex(0).setSiblings(1).setField("f")
            .setKind(rules.getKind()).setText("").setRaw("").setStatus(NumberStatus.REVIEW)
            .setReasons(List.of()).setSource(Source.MACHINE).setReview("r").setModel("m").setDecidedAt(NOW).build();
        return AssembledNumber.newBuilder().setNumber(number).setRules(rules).build();
    }
}
