package io.penstock.sink.decode;

import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Candidate;
import io.penstock.schema.CheckDigit;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.Relation;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumberDecoderPropertyTest {

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    @Property(tries = 60)
    void everyFieldComesOutWithAPosteriorThatIsOne(@ForAll("pages") List<ClassifiedField> fields) {
        List<DecodedField> decoded = decoder.decode(page(fields, new Relation("f0", List.of("f1", "f2"))));
        assertThat(decoded).hasSameSizeAs(fields).allSatisfy(number -> {
            assertThat(number.status()).isIn(NumberStatus.ACCEPTED, NumberStatus.REVIEW, NumberStatus.EMPTY);
            if (number.confidence() != null) {
                assertThat(number.confidence()).isBetween(0.0, 0.999999);
            }
            boolean demanded = number.reasons().stream().anyMatch(reason -> !reason.startsWith("CORRECTED"));
            assertThat(number.status() == NumberStatus.REVIEW).isEqualTo(demanded);
            assertThat(number.digits().stream().map(digit -> digit.getDigit()).reduce("", String::concat)).isEqualTo(number.text());
        });
    }

    @Property(tries = 60)
    void candidatesAreDistinctAndSortedAndNoMoreThanCertain(@ForAll("pages") List<ClassifiedField> fields) {
        for (DecodedField number : decoder.decode(page(fields))) {
            assertThat(number.candidates()).extracting(Candidate::getText).doesNotHaveDuplicates();
            assertThat(number.candidates()).isSortedAccordingTo(Comparator.comparingDouble(Candidate::getConfidence).reversed());
            assertThat(number.candidates().stream().mapToDouble(Candidate::getConfidence).sum()).isLessThan(1.000001);
        }
    }

    @Property(tries = 60)
    void whatIsAcceptedIsValid(@ForAll("pages") List<ClassifiedField> fields) {
        List<DecodedField> decoded = decoder.decode(page(fields));
        for (int i = 0; i < fields.size(); i++) {
            FieldRules rules = fields.get(i).getRules();
            if (decoded.get(i).status() == NumberStatus.ACCEPTED) {
                assertThat(new FieldRule(rules, 1950).read(decoded.get(i).text(), 0)).isInstanceOf(Meaning.Valid.class);
                assertThat(decoded.get(i).value()).isNotNull();
            }
        }
    }

    @Provide
    Arbitrary<List<ClassifiedField>> pages() {
        Arbitrary<FieldRules> rules = Combinators.combine(
                Arbitraries.of(FieldKind.INTEGER, FieldKind.ZIP, FieldKind.AMOUNT, FieldKind.DATE, FieldKind.ACCOUNT),
                Arbitraries.of(true, false), Arbitraries.of(true, false), Arbitraries.of(CheckDigit.NONE, CheckDigit.LUHN))
            .as((kind, fillers, required, check) ->
                rules(kind).setFillers(fillers).setRequired(required).setCheckDigit(check).setDateOrder("DDMMYY").build());
        Arbitrary<List<Double>> glyph = Arbitraries.doubles().between(0, 1).map(p -> Math.pow(p, 12)).list().ofSize(12);
        return Combinators.combine(rules, glyph.list().ofMinSize(0).ofMaxSize(6), Arbitraries.of(true, false))
            .as(NumberDecoderPropertyTest::field3).list().ofSize(3).map(NumberDecoderPropertyTest::named);
    }

    private static ClassifiedField field3(FieldRules rules, List<List<Double>> numbers, boolean branching) {
        List<ClassifiedGlyph> glyphs = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            glyphs.add(glyph(i, i + 1, numbers.get(i), numbers.get(i).get(11) > 0.5));
            if (branching && i + 2 <= numbers.size()) {
                glyphs.add(ClassifiedGlyph.newBuilder(glyph(i, i + 2, numbers.get(i), false)).setPrior(numbers.get(i).get(0)).build());
            }
        }
        return field("f", rules, numbers.size() + 1, glyphs);
    }

    private static ClassifiedGlyph glyph(int from, int to, List<Double> numbers, boolean blank) {
        double sum = numbers.stream().limit(11).mapToDouble(p -> p + 1e-6).sum();
        List<Float> distribution = numbers.stream().limit(11).map(p -> (float) ((p + 1e-6) / sum)).toList();
        return ClassifiedGlyph.newBuilder().setFrom(from).setTo(to).setPrior(1).setBox(tall(from)).setBlank(blank)
            .setDistribution(blank ? List.of() : distribution).build();
    }

    private static List<ClassifiedField> named(List<ClassifiedField> fields) {
        List<ClassifiedField> named = new ArrayList<>();
        for (ClassifiedField field : fields) {
            named.add(ClassifiedField.newBuilder(field).setName("f" + named.size()).build());
        }
        return named;
    }
}
