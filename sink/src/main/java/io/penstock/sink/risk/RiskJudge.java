package io.penstock.sink.risk;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FieldKind;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides by a risk contract which decoded fields are accepted; without a contract what the decoder decided stands. Thread-safe.
 *
 * <p>Under a contract nothing is accepted that it does not cover: a field of another kind or model goes to a person.
 */
public final class RiskJudge {

    private final RiskContract contract;

    private RiskJudge(RiskContract contract) {
        this.contract = contract;
    }

    /** Judges by a contract; empty: by none. */
    public static RiskJudge of(Optional<RiskContract> contract) {
        return new RiskJudge(contract.orElse(null));
    }

    /** Returns a judgement of each decoded field of a page, in their order. */
    public List<Judgement> judge(ClassifiedPage page, List<DecodedField> decoded) {
        List<Judgement> judged = new ArrayList<>();
        for (int i = 0; i < decoded.size(); i++) {
            judged.add(judge(page, page.getFields().get(i).getRules().getKind(), decoded.get(i)));
        }
        return judged;
    }

    private Judgement judge(ClassifiedPage page, FieldKind kind, DecodedField field) {
        if (contract == null) {
            return new Judgement(field, field.confidence(), null);
        }
        if (field.confidence() == null) {
            return new Judgement(field, null, contract.version());
        }
        String form = page.getMatch() == null ? null : page.getMatch().getForm();
        double confidence = contract.confidence(form, kind, field.confidence());
        List<String> reasons = new ArrayList<>(field.reasons());
        reasons.remove(Reason.LOW_CONFIDENCE.name());
        shortfall(page.getModel(), form, kind, confidence).ifPresent(reason -> reasons.add(reason.name()));
        return new Judgement(field.judged(confidence, List.copyOf(reasons)), field.confidence(), contract.version());
    }

    private Optional<Reason> shortfall(String model, String form, FieldKind kind, double confidence) {
        if (!contract.model().equals(model)) {
            return Optional.of(Reason.RISK_CONTRACT_OTHER_MODEL);
        }
        Optional<RiskThreshold> promise = contract.threshold(form, kind);
        if (promise.isEmpty()) {
            return Optional.of(Reason.NO_RISK_THRESHOLD);
        }
        return confidence < promise.get().confidence() ? Optional.of(Reason.BELOW_RISK_THRESHOLD) : Optional.empty();
    }
}
