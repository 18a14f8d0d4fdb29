package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import io.penstock.sink.rule.Reason;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's answer as a number: final, without confidence, its value checked against the rules but never refused for them.
 *
 * <p>An illegible number has status EMPTY and reason ILLEGIBLE: whoever uses ACCEPTED numbers never meets one without content.
 */
final class HumanAnswer {

    /** What people type between and around digits. */
    private static final String DECORATION = "[\\s.,'/$€£₹=*-]";
    private static final Pattern LAST_GROUP = Pattern.compile("[.,](\\d+)\\D*$");

    private final int windowStart;

    /** Takes the first of the hundred years that two-digit years mean. */
    HumanAnswer(int windowStart) {
        this.windowStart = windowStart;
    }

    /** Returns whether a correction says what was read. */
    static boolean isComplete(Correction correction) {
        return switch (correction.getOutcome()) {
            case TEXT -> !digits(correction.getText()).isEmpty();
            case EMPTY, ILLEGIBLE -> true;
            case UNKNOWN -> false;
        };
    }

    /** Returns the number that a complete correction makes of the one under review. */
    RecognizedNumber apply(Correction correction, AssembledNumber reviewed) {
        RecognizedNumber.Builder answer = RecognizedNumber.newBuilder(reviewed.getNumber())
            .setSource(Source.HUMAN)
            .setConfidence(null)
            .setText("")
            .setValue(null)
            .setDigits(List.of())
            .setReasons(List.of())
            .setStatus(NumberStatus.EMPTY)
            .setDecidedAt(correction.getCorrectedAt());
        if (correction.getOutcome() == CorrectionOutcome.ILLEGIBLE) {
            answer.setReasons(List.of(Reason.ILLEGIBLE.name()));
        } else if (correction.getOutcome() == CorrectionOutcome.TEXT) {
            write(correction.getText(), reviewed, answer);
        } else if (reviewed.getRules() != null && reviewed.getRules().getRequired()) {
            answer.setReasons(List.of(Reason.REQUIRED_EMPTY.name()));
        }
        return answer.build();
    }

    private void write(String typed, AssembledNumber reviewed, RecognizedNumber.Builder answer) {
        String digits = digits(typed);
        boolean clean = typed.replaceAll(DECORATION, "").equals(digits);
        answer.setText(digits).setStatus(NumberStatus.ACCEPTED);
        if (digits.equals(reviewed.getNumber().getText())) {
            answer.setDigits(reviewed.getNumber().getDigits());
        }
        FieldRules rules = reviewed.getRules();
        if (rules != null && clean
            && new FieldRule(rules, windowStart).read(digits, decimals(typed, rules)) instanceof Meaning.Valid valid) {
            answer.setValue(valid.value());
        } else if (rules != null) {
            answer.setReasons(List.of(Reason.RULE_VIOLATED_BY_PERSON.name()));
        }
    }

    /** As in the decoder: two digits after the last separator are cents, three are not, otherwise the form says. */
    private static int decimals(String typed, FieldRules rules) {
        Matcher group = LAST_GROUP.matcher(typed);
        int after = rules.getKind() == FieldKind.AMOUNT && group.find() ? group.group(1).length() : 0;
        if (after == 2) {
            return 2;
        }
        return after == 3 ? 0 : rules.getFraction();
    }

    private static String digits(String typed) {
        return typed.replaceAll("[^0-9]", "");
    }
}
