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
    void withoutAContractWhatTheDecoderDecidedStands() {
        Judgement judgement = judge(null, FieldKind.ZIP, "9 4 1 0 3").get(0);
        assertThat(judgement.field().status()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(judgement.posterior()).isEqualTo(judgement.field().confidence());
        assertThat(judgement.contract()).isNull();
    }
}
