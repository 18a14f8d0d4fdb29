package io.penstock.sink.decode;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.Relation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationDecoderTest {

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());
    private final FieldRules tally = rules(FieldKind.INTEGER).setFillers(true).setMaxLength(3).build();
    private final Relation valid = new Relation("valid", List.of("a", "b"));
    private final Relation total = new Relation("total", List.of("valid", "invalid"));

    private List<DecodedField> decode(String a, String b, String valid, String invalid, String total) {
        return decoder.decode(page(List.of(comb("a", tally, a), comb("b", tally, b), comb("valid", tally, valid),
            comb("invalid", tally, invalid), comb("total", tally, total)), this.valid, this.total));
    }

    @Test
    void anAmbiguousDigitIsSettledByTheSum() {
        List<DecodedField> fields = decode("X 5 0", "1 4:0.45/9:0.55 4", "1 9 4", "X X 3", "1 9 7");
        assertThat(fields).extracting(DecodedField::value).containsExactly("50", "144", "194", "3", "197");
        assertThat(fields.get(1).raw()).isEqualTo("194");
        assertThat(fields.get(1).reasons()).contains("CORRECTED_BY_RELATION");
        assertThat(fields).noneMatch(field -> field.reasons().contains("RELATION_FAILED"));
    }

    @Test
    void aSumThatHoldsMakesItsPartsMoreCertain() {
        List<DecodedField> fields = decode("X 5 0", "1 4:0.9/9:0.1 4", "1 9 4", "X X 3", "1 9 7");
        assertThat(fields.get(1).confidence()).isGreaterThan(0.98);
        assertThat(fields.get(1).status()).isEqualTo(NumberStatus.ACCEPTED);
    }

    @Test
    void aFillerThatMayBeAOneIsSettledByTheSum() {
        List<DecodedField> fields = decode("X:0.6/1:0.4 5 0", "1 4 4", "1 9 4", "X X 3", "1 9 7");
        assertThat(fields.get(0).value()).isEqualTo("50");
        assertThat(fields.get(0).status()).isEqualTo(NumberStatus.ACCEPTED);
    }

    @Test
    void aWritersSumErrorIsNeverHidden() {
        List<DecodedField> fields = decode("1 8 9", "1 5 9", "3 4 7", "0 0 1", "3 4 8");
        assertThat(fields).extracting(DecodedField::value).containsExactly("189", "159", "347", "1", "348");
        assertThat(fields.subList(0, 3)).allMatch(field -> field.status() == NumberStatus.REVIEW);
        assertThat(fields.subList(0, 3)).allMatch(field -> field.reasons().contains("RELATION_FAILED"));
        assertThat(fields.get(4).reasons()).doesNotContain("RELATION_FAILED");
    }

    @Test
    void anUnreadableTotalDoesNotMakeItsPartsLessCertain() {
        double alone = decode("1 1 8:0.99/X:0.01", "_ 6 2", "_ _ _", "_ _ 3", "1 8 3").get(0).confidence();
        double tied = decode("1 1 8:0.99/X:0.01", "_ 6 2", "1 X 0", "_ _ 3", "1 8 3").get(0).confidence();
        assertThat(tied).isGreaterThanOrEqualTo(alone - 1e-6);
    }

    @Test
    void anUnreadablePartDoesNotBlameTheOthers() {
        List<DecodedField> fields = decode("1 1 8", "X 6 2", "1 8 0", "_ _ _", "1 9 0");
        assertThat(fields.get(3).reasons()).contains("REQUIRED_EMPTY");
        assertThat(fields.get(0).status()).isEqualTo(NumberStatus.ACCEPTED);
    }

    @Test
    void fortyTermsAreAddedUpInNoTime() {
        List<ClassifiedField> fields = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            terms.add("p" + i);
            fields.add(comb("p" + i, tally, i == 7 ? "_ 1:0.6/7:0.4 0" : "_ 1 2:0.97/3:0.03"));
        }
        fields.add(comb("sum", rules(FieldKind.INTEGER).build(), "5 3 8"));
        long start = System.nanoTime();
        List<DecodedField> decoded = decoder.decode(page(fields, new Relation("sum", terms)));
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(decoded.get(7).value()).isEqualTo("70");
    }
}
