package io.penstock.segment.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.penstock.schema.Cents;
import io.penstock.schema.CheckDigit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTest {

    private static final String CARD = """
        form: card
        version: 2
        page: {width: 100, height: 60}
        registration:
          frames:
            - {x: 5, y: 5, width: 90, height: 50}
        fields:
          - {name: account, kind: account, checkDigit: luhn, comb: {x: 10, y: 20, width: 60, height: 8, boxes: 10}}
          - {name: a, kind: integer, comb: {x: 10, y: 32, width: 18, height: 8, boxes: 3}}
          - {name: b, kind: integer, comb: {x: 40, y: 32, width: 18, height: 8, boxes: 3}}
        relations:
          - a = b
        """;

    private final FormParser parser = new FormParser();

    @Test
    void readsFieldsRulesAndRelations() throws InvalidFormException {
        FormDefinition form = parser.parse("card.yaml", CARD);

        assertThat(form.name()).isEqualTo("card");
        assertThat(form.version()).isEqualTo("2");
        assertThat(form.fields()).extracting(FieldDefinition::name).containsExactly("account", "a", "b");
        assertThat(form.fields().get(0).rules().getKind()).isEqualTo(FieldKind.ACCOUNT);
        assertThat(form.fields().get(0).rules().getCheckDigit()).isEqualTo(CheckDigit.LUHN);
        assertThat(form.relations()).singleElement().satisfies(relation -> assertThat(relation.getTerms()).containsExactly("b"));
    }

    @Test
    void namesLineAndColumnOfAWrongValue() {
        assertThat(problems(CARD.replace("kind: account", "kind: acount"))).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(8);
            assertThat(problem.column()).isGreaterThan(1);
            assertThat(problem.toString()).startsWith("card.yaml:8:");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1)\\\\1", "(", "((1{100}){100}){100}"})
    void refusesAPatternThatIsNotUnderstoodOrWouldTakeAllMemory(String pattern) {
        assertThat(problems(CARD.replace("kind: account", "kind: account, pattern: \"" + pattern + "\""))).singleElement()
            .satisfies(problem -> {
                assertThat(problem.line()).isEqualTo(8);
                assertThat(problem.message()).contains("regular expression");
            });
    }

    @Test
    void takesAPatternThatOtherEnginesNeverComeToAnEndWith() throws InvalidFormException {
        FormDefinition form = parser.parse("card.yaml", CARD.replace("kind: account", "kind: account, pattern: \"(0*)*1\""));
        assertThat(form.fields().get(0).rules().getPattern()).isEqualTo("(0*)*1");
    }

    @ParameterizedTest
    @CsvSource({"required, 2, REQUIRED", "optional, 2, OPTIONAL", "none, 0, NONE", "2, 2, UNSTATED",
        "'required, fractionDigits: 3', 3, REQUIRED"})
    void saysWhatHoldsWhereNoPointIsWritten(String fraction, int digits, Cents cents) throws InvalidFormException {
        String yaml = CARD.replace("name: a, kind: integer", "name: a, kind: amount, fraction: " + fraction);
        FieldRules rules = parser.parse("card.yaml", yaml).fields().get(1).rules();
        assertThat(rules.getFraction()).isEqualTo(digits);
        assertThat(rules.getCents()).isEqualTo(cents);
    }

    @Test
    void refusesAFractionThatIsNeitherANumberNorAKnownWord() {
        assertThat(problems(CARD.replace("name: a, kind: integer", "name: a, kind: amount, fraction: maybe")))
            .extracting(FormProblem::line).contains(9);
    }

    @Test
    void reportsEveryProblemAtOnce() {
        String yaml = CARD.replace("name: b", "name: a").replace("width: 60, height: 8", "width: 95, height: 8");

        assertThat(problems(yaml)).extracting(FormProblem::message)
            .anyMatch(message -> message.contains("outside the page"))
            .anyMatch(message -> message.contains("there twice"))
            .anyMatch(message -> message.contains("no field b"));
    }

    @Test
    void saysWhereYamlIsBroken() {
        assertThat(problems("form: card\nversion: [1\n")).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("not valid YAML");
            assertThat(problem.line()).isGreaterThan(1);
        });
    }

    @Test
    void refusesAFormThatCannotBeRegistered() {
        String yaml = """
            form: free
            version: 1
            page: {width: 100, height: 60}
            fields:
              - {name: amount, kind: amount, free: {x: 10, y: 10, width: 50, height: 10, framed: false}}
            """;

        assertThat(problems(yaml)).extracting(FormProblem::message).anyMatch(message -> message.contains("nothing to register"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tally", "cheque-cts2010", "us-zip-card", "us-cheque"})
    void everyShippedFormIsValid(String name) throws Exception {
        Path file = Path.of("..", "forms", name + ".yaml");

        assertThat(parser.parse(file.toString(), Files.readString(file)).name()).isEqualTo(name);
    }

    private List<FormProblem> problems(String yaml) {
        return catchThrowableOfType(InvalidFormException.class, () -> parser.parse("card.yaml", yaml)).problems();
    }
}
