package io.penstock.sink.risk;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.sink.decode.DecoderSettings;
import io.penstock.sink.decode.NumberDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskJudgeTest {

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    private List<Judgement> judge(RiskContract contract, FieldKind kind, String boxes) {
        ClassifiedPage page = page(List.of(comb("f", rules(kind).build(), boxes)));
        return RiskJudge.of(() -> contract == null ? List.of() : List.of(contract)).judge(page, decoder.decode(page));
    }

    @Test
    void theThresholdOfTheKindDecidesAndNotTheDecodersLevel() {
        Judgement lax = judge(Contracts.ofZip("test-model", 0.6), FieldKind.ZIP, "9 4 1 0 3:0.9/8:0.1").get(0);
        assertThat(lax.field().status()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(lax.field().reasons()).isEmpty();
        assertThat(lax.posterior()).isCloseTo(0.9, within(0.01));
        assertThat(lax.field().confidence()).isCloseTo(0.75, within(0.02));
        assertThat(lax.contract()).isEqualTo("risk@000000000000");

        Judgement strict = judge(Contracts.ofZip("test-model", 0.99), FieldKind.ZIP, "9 4 1 0 3:0.9/8:0.1").get(0);
        assertThat(strict.field().status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(strict.field().reasons()).containsExactly("BELOW_RISK_THRESHOLD");
    }

    @Test
    void whatTheContractDoesNotCoverGoesToAPerson() {
        assertThat(judge(Contracts.ofZip("test-model", 0.6), FieldKind.ROUTING, "0 2 1 0 0 0 0 2 1").get(0).field().reasons())
            .containsExactly("NO_RISK_THRESHOLD");
        Judgement other = judge(Contracts.ofZip("another", 0.6), FieldKind.ZIP, "9 4 1 0 3").get(0);
        assertThat(other.field().status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(other.field().reasons()).containsExactly("RISK_CONTRACT_OTHER_MODEL");
    }

    @Test
    void noConfidenceMendsABrokenRule() {
        Judgement broken = judge(Contracts.ofZip("test-model", 0), FieldKind.ZIP, "9 4 1 X 3").get(0);
        assertThat(broken.field().status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(broken.field().reasons()).contains("NOT_A_DIGIT");
    }

    @Test
    void aNumberExactlyAtTheThresholdIsAccepted() {
        double confidence = judge(Contracts.ofZip("test-model", 0.6), FieldKind.ZIP, "9 4 1 0 3:0.9/8:0.1").get(0).field().confidence();
        assertThat(judge(Contracts.ofZip("test-model", confidence), FieldKind.ZIP, "9 4 1 0 3:0.9/8:0.1").get(0).field().status())
            .isEqualTo(NumberStatus.ACCEPTED);
    }

    @Test
    void whatHasNoConfidenceIsNotJudged() {
        Judgement blank = judge(Contracts.ofZip("test-model", 0.6), FieldKind.ZIP, "_ _ _ _ _").get(0);
        assertThat(blank.field().reasons()).containsExactly("REQUIRED_EMPTY");
        assertThat(blank.field().confidence()).isNull();
        assertThat(blank.posterior()).isNull();
        assertThat(blank.contract()).isEqualTo("risk@000000000000");
    }

    @Test
    void aPromiseForOneFormHoldsForItsFieldsOnly() {
        RiskContract all = Contracts.ofZip("test-model", 0.6);
        RiskContract contract = new RiskContract(all.version(), all.created(), all.model(), all.delta(), all.unit(), all.maps(),
            List.of(new RiskThreshold("zip", "test-form", 0.01, 0.6, 400, 400, 400, 300, 0, 0.00994, 0.75)));
        assertThat(judge(contract, FieldKind.ZIP, "9 4 1 0 3").get(0).field().status()).isEqualTo(NumberStatus.ACCEPTED);
        ClassifiedPage cutOut = ClassifiedPage.newBuilder(page(List.of(comb("f", rules(FieldKind.ZIP).build(), "9 4 1 0 3"))))
            .setMatch(null).build();
        assertThat(RiskJudge.of(() -> List.of(contract)).judge(cutOut, decoder.decode(cutOut)).get(0).field().reasons())
            .containsExactly("NO_RISK_THRESHOLD");
    }

    @Test
    void withoutAContractWhatTheDecoderDecidedStands() {
        Judgement judgement = judge(null, FieldKind.ZIP, "9 4 1 0 3").get(0);
        assertThat(judgement.field().status()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(judgement.posterior()).isEqualTo(judgement.field().confidence());
        assertThat(judgement.contract()).isNull();
    }
}
