package io.penstock.sink.risk;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FormMatch;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.PageForms;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides by risk contracts which decoded fields are accepted; without a contract what the decoder decided stands. Thread-safe.
 *
 * <p>A page is judged by the contract of the model that read it. Nothing is accepted that no contract covers: a field of another kind or
 * model goes to a person.
 */
public final class RiskJudge {

    private final Supplier<List<RiskContract>> contracts;

    private RiskJudge(Supplier<List<RiskContract>> contracts) {
        this.contracts = contracts;
    }

    /** Judges by the contracts that are in force when a page comes; by none where the list is empty. */
    public static RiskJudge of(Supplier<List<RiskContract>> contracts) {
        return new RiskJudge(contracts);
    }

    /** Returns a judgement of each decoded field of a page, in their order. */
    public List<Judgement> judge(ClassifiedPage page, List<DecodedField> decoded) {
        RiskContract contract = contract(page.getModel());
        List<Judgement> judged = new ArrayList<>();
        for (int i = 0; i < decoded.size(); i++) {
            judged.add(judge(contract, page, page.getFields().get(i), decoded.get(i)));
        }
        return judged;
    }

    private RiskContract contract(String model) {
        List<RiskContract> inForce = contracts.get();
        return inForce.stream().filter(contract -> contract.model().equals(model)).findFirst()
            .orElse(inForce.isEmpty() ? null : inForce.get(0));
    }

    private static Judgement judge(RiskContract contract, ClassifiedPage page, ClassifiedField read, DecodedField field) {
        if (contract == null) {
            return new Judgement(field, field.confidence(), null);
        }
        if (field.confidence() == null) {
            return new Judgement(field, null, contract.version());
        }
        FormMatch match = PageForms.of(page, read);
        String form = match == null ? null : match.getForm();
        FieldKind kind = read.getRules().getKind();
        double confidence = contract.confidence(form, kind, field.confidence());
        List<String> reasons = new ArrayList<>(field.reasons());
        reasons.remove(Reason.LOW_CONFIDENCE.name());
        shortfall(contract, page.getModel(), form, kind, confidence).ifPresent(reason -> reasons.add(reason.name()));
        return new Judgement(field.judged(confidence, List.copyOf(reasons)), field.confidence(), contract.version());
    }

    private static Optional<Reason> shortfall(RiskContract contract, String model, String form, FieldKind kind, double confidence) {
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
