package io.penstock.sink.decode;

import io.penstock.schema.Candidate;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.Digit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.Spelling;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The decision on one field: what is taken, whether a person is asked, and why. */
final class Verdict {

    /** No machine is ever certain. */
    private static final double MOST_CONFIDENT = 0.999999;

    private final ClassifiedField field;
    private final FieldPosterior alone;
    private final FieldPosterior joint;
    private final boolean relationBroken;
    private final DecoderSettings settings;

    /** Takes a field as read by itself and together with the fields it is tied to. */
    Verdict(ClassifiedField field, FieldPosterior alone, FieldPosterior joint, boolean relationBroken, DecoderSettings settings) {
        this.field = field;
        this.alone = alone;
        this.joint = joint;
        this.relationBroken = relationBroken;
        this.settings = settings;
    }

    /** Returns the decision; {@code inherited} are the reasons of the page. */
    DecodedField decide(boolean blank, List<String> inherited) {
        Set<String> reasons = new LinkedHashSet<>(inherited);
        reasons.addAll(field.getReasons());
        boolean review = reasons.stream().anyMatch(Reason::demandsReview);
        Hypothesis best = joint.best().orElse(null);
        for (Reason reason : own(best, blank)) {
            reasons.add(reason.name());
            review |= reason.demandsReview();
        }
        NumberStatus settled = best != null && best.text().isEmpty() ? NumberStatus.EMPTY : NumberStatus.ACCEPTED;
        return new DecodedField(
            best == null ? "" : best.text(),
            joint.raw() == null ? "" : joint.raw().raw(),
            best == null ? null : best.value(),
            best == null || blank ? null : Math.min(MOST_CONFIDENT, best.posterior()),
            best == null ? List.<Digit>of() : best.spelling().toDigits(),
            review ? NumberStatus.REVIEW : settled,
            List.copyOf(reasons),
            blank ? List.of() : candidates());
    }

    private List<Reason> own(Hypothesis best, boolean blank) {
        List<Reason> reasons = new ArrayList<>();
        if (best == null) {
            reasons.add(Reason.UNREADABLE);
            return reasons;
        }
        if (blank && field.getRules().getRequired()) {
            reasons.add(Reason.REQUIRED_EMPTY);
        }
        if (best.flaw() != null) {
            reasons.add(best.flaw());
        } else if (!blank && !best.text().equals(alone.raw().text())) {
            change(best).ifPresent(reasons::add);
        }
        if (!best.text().equals(alone.best().orElseThrow().text())) {
            reasons.add(Reason.CORRECTED_BY_RELATION);
        }
        if (relationBroken) {
            reasons.add(Reason.RELATION_FAILED);
        }
        if (!blank && best.posterior() < settings.acceptance(field.getRules().getKind())) {
            reasons.add(Reason.LOW_CONFIDENCE);
            if (best.flaw() == null && joint.probability(best.text()) >= settings.acceptance(field.getRules().getKind())) {
                reasons.add(Reason.POINT_UNCLEAR);
            }
        }
        return reasons;
    }

    /** Returns what the rules of the field changed in the raw reading, if it was they. */
    private Optional<Reason> change(Hypothesis best) {
        Spelling raw = alone.raw();
        FieldRule rule = new FieldRule(field.getRules(), settings.windowStart());
        Meaning meaning = raw.flaw() == null ? rule.read(raw.text(), raw.decimals()) : new Meaning.Invalid(raw.flaw());
        if (!(meaning instanceof Meaning.Invalid broken)) {
            return Optional.empty();
        }
        if (raw.hasMark() && best.text().length() > raw.text().length()) {
            return Optional.of(Reason.NOT_A_DIGIT);
        }
        return Optional.of(broken.reason() == Reason.CHECK_DIGIT_FAILED ? Reason.CORRECTED_BY_CHECK_DIGIT : Reason.CORRECTED_BY_RULE);
    }

    /** What a person is offered: of an amount that has cents, or may have, the value, so that the place of the point is told with it. */
    private String shown(Hypothesis hypothesis) {
        String value = hypothesis.value();
        if (value == null || field.getRules().getKind() != FieldKind.AMOUNT) {
            return hypothesis.text();
        }
        int fraction = field.getRules().getFraction();
        if (value.contains(".")) {
            return value;
        }
        return fraction == 0 ? hypothesis.text() : value + "." + "0".repeat(fraction);
    }

    private List<Candidate> candidates() {
        Map<String, Double> byText = new LinkedHashMap<>();
        for (Hypothesis hypothesis : joint.hypotheses()) {
            if (hypothesis.flaw() != Reason.NOT_A_DIGIT && !hypothesis.text().isEmpty()) {
                byText.merge(shown(hypothesis), hypothesis.posterior(), Double::sum);
            }
        }
        return byText.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(settings.candidates())
            .map(entry -> new Candidate(entry.getKey(), Math.min(MOST_CONFIDENT, entry.getValue())))
            .toList();
    }
}
