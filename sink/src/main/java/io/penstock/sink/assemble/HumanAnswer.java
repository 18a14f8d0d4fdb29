package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.amount.TypedAmount;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import io.penstock.sink.rule.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's answer as a number: final, without confidence, its value checked against the rules but never refused for them.
 *
 * <p>An illegible number has status EMPTY and reason ILLEGIBLE: whoever uses ACCEPTED numbers never meets one without content.
 */
final class HumanAnswer {

    /** What people type between and around digits. */
    private static final String DECORATION = "[\\s.,'/$€£₹=*-]";

    private final int windowStart;

    /** Takes the first of the hundred years that two-digit years mean. */
    HumanAnswer(int windowStart) {
        this.windowStart = windowStart;
    }

    /** Returns whether a correction says what was read. */
    static boolean isComplete(Correction correction) {
        return switch (correction.getOutcome()) {
            case TEXT -> !digits(correction.getText()).isEmpty();
            case EMPTY, ILLEGIBLE, OTHER_FORM, WRONG_PLACE -> true;
            case UNKNOWN -> false;
        };
    }

    /** Returns everybody who gave an answer. */
    static List<String> reviewers(Correction correction) {
        return Stream.concat(Stream.of(correction.getReviewer()), correction.getConfirmedBy().stream()).toList();
    }

    /** Returns what the machine had read of a number, answered or not; null where a person's answer is all that is known. */
    static RecognizedNumber machine(AssembledNumber entry) {
        return entry.getNumber().getSource() == Source.MACHINE ? entry.getNumber() : entry.getMachine();
    }

    /** Returns the entry that a complete correction makes of the one under review; what the machine had read stays beside the answer. */
    AssembledNumber apply(Correction correction, AssembledNumber reviewed) {
        RecognizedNumber machine = machine(reviewed);
        AssembledNumber read = AssembledNumber.newBuilder(reviewed).setNumber(machine == null ? reviewed.getNumber() : machine).build();
        RecognizedNumber answer = RecognizedNumber.newBuilder(number(correction, read))
            .setVersion(reviewed.getNumber().getVersion() + 1).setReviewers(reviewers(correction)).build();
        return AssembledNumber.newBuilder(reviewed).setNumber(answer).setAnswer(correction.getId()).setMachine(machine).build();
    }

    private RecognizedNumber number(Correction correction, AssembledNumber reviewed) {
        List<String> sample = sample(correction, reviewed);
        RecognizedNumber.Builder answer = RecognizedNumber.newBuilder(reviewed.getNumber())
            .setSource(Source.HUMAN)
            .setConfidence(null)
            .setText("")
            .setValue(null)
            .setDigits(List.of())
            .setReasons(sample)
            .setPosterior(null)
            .setStatus(NumberStatus.EMPTY)
            .setDecidedAt(correction.getCorrectedAt());
        if (correction.getOutcome() == CorrectionOutcome.ILLEGIBLE) {
            answer.setReasons(with(sample, Reason.ILLEGIBLE));
        } else if (correction.getOutcome() == CorrectionOutcome.TEXT) {
            write(correction.getText(), reviewed, answer);
        } else if (reviewed.getRules() != null && reviewed.getRules().getRequired()) {
            answer.setReasons(with(sample, Reason.REQUIRED_EMPTY));
        }
        return answer.build();
    }

    /** A number of the quality sample stays marked, so that the error rate can be counted from people's answers. */
    private static List<String> sample(Correction correction, AssembledNumber reviewed) {
        if (!reviewed.getNumber().getReasons().contains(Reason.QUALITY_SAMPLE.name())) {
            return List.of();
        }
        List<String> mark = List.of(Reason.QUALITY_SAMPLE.name());
        boolean same = correction.getOutcome() == CorrectionOutcome.TEXT && isSame(correction.getText(), reviewed);
        return same ? mark : with(mark, Reason.QUALITY_SAMPLE_MISREAD);
    }

    /** Of amounts the value has to be the same, the place of the point included; of all else the digits. */
    private static boolean isSame(String typed, AssembledNumber reviewed) {
        RecognizedNumber machine = reviewed.getNumber();
        FieldRules rules = reviewed.getRules();
        boolean amount = rules != null && rules.getKind() == FieldKind.AMOUNT && machine.getValue() != null;
        if (amount && TypedAmount.of(typed, rules) instanceof TypedAmount.Known known) {
            return new BigDecimal(new BigInteger(known.digits()), known.decimals()).compareTo(new BigDecimal(machine.getValue())) == 0;
        }
        return digits(typed).equals(machine.getText());
    }

    private static List<String> with(List<String> reasons, Reason more) {
        return Stream.concat(reasons.stream(), Stream.of(more.name())).toList();
    }

    private void write(String typed, AssembledNumber reviewed, RecognizedNumber.Builder answer) {
        String digits = digits(typed);
        answer.setText(digits).setStatus(NumberStatus.ACCEPTED);
        if (digits.equals(reviewed.getNumber().getText())) {
            answer.setDigits(reviewed.getNumber().getDigits());
        }
        FieldRules rules = reviewed.getRules();
        if (rules != null && meaning(typed, digits, rules) instanceof Meaning.Valid valid) {
            answer.setValue(valid.value());
        } else if (rules != null) {
            answer.setReasons(with(answer.getReasons(), Reason.RULE_VIOLATED_BY_PERSON));
        }
    }

    private Meaning meaning(String typed, String digits, FieldRules rules) {
        FieldRule rule = new FieldRule(rules, windowStart);
        if (rules.getKind() == FieldKind.AMOUNT || rules.getKind() == FieldKind.INTEGER) {
            int decimals = TypedAmount.of(typed, rules) instanceof TypedAmount.Known known ? known.decimals() : 0;
            Meaning meaning = rule.read(digits, decimals);
            boolean tenths = decimals == 1 && rules.getFraction() <= 1;
            return tenths && meaning instanceof Meaning.Valid valid ? new Meaning.Valid(valid.value() + "0") : meaning;
        }
        boolean clean = typed.replaceAll(DECORATION, "").equals(digits);
        return clean ? rule.read(digits, 0) : new Meaning.Invalid(Reason.NOT_A_DIGIT);
    }

    /** Returns why an answer about a number cannot be taken; empty where it means one thing. */
    static Optional<String> unclear(Correction correction, AssembledNumber reviewed) {
        return correction.getOutcome() == CorrectionOutcome.TEXT && reviewed.getRules() != null
            ? TypedAmount.unclear(correction.getText(), reviewed.getRules()) : Optional.empty();
    }

    private static String digits(String typed) {
        return typed.replaceAll("[^0-9]", "");
    }
}
