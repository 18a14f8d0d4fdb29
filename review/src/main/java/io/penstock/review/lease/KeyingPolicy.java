package io.penstock.review.lease;

import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.OpenTask;
import io.penstock.schema.amount.TypedAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Which tasks two people must answer alike, each without seeing the machine's reading or the other's answer.
 *
 * @param kinds   kinds of fields of which all tasks are such
 * @param amount  amounts from this value on are; empty: none for its value
 * @param share   share (0 to 1) of all other tasks, drawn by a hash of the review id
 * @param machine whether the machine counts as one of the two
 */
public record KeyingPolicy(Set<FieldKind> kinds, Optional<BigDecimal> amount, double share, boolean machine) {

    /** Returns how many different people must agree on a task, by what the machine made of it. */
    public int people(String review, FieldKind kind, String value) {
        boolean high = kind == FieldKind.AMOUNT && value != null && isHigh(new BigDecimal(value));
        return kinds.contains(kind) || high || drawn(review) ? 2 : 1;
    }

    /** Returns whether there is any task that two people must answer alike. */
    public boolean isInUse() {
        return !kinds.isEmpty() || amount.isPresent() || share > 0;
    }

    private boolean isHigh(BigDecimal value) {
        return amount.isPresent() && value.compareTo(amount.get()) >= 0;
    }

    private boolean drawn(String review) {
        CRC32 hash = new CRC32();
        hash.update(review.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() < share * (1L << 32);
    }

    /** Returns how many people must agree, now that this was answered: an amount may be higher than the machine read. */
    int people(OpenTask task, Correction answer) {
        return task.getKind() == FieldKind.AMOUNT && value(answer.getText(), task.getRules()).filter(this::isHigh).isPresent()
            ? 2 : task.getPeople();
    }

    /** Returns whether the answers to a task decide it: the last one is then what holds. A third decides between two. */
    boolean isDecided(OpenTask task, List<Correction> answers, int people) {
        Correction last = answers.get(answers.size() - 1);
        if (people == 1 || answers.size() > 2) {
            return true;
        }
        return answers.size() == 1 ? machine && isMachines(task, last) : isSame(task.getRules(), answers.get(0), last);
    }

    /** Returns who read the same before. */
    static List<String> agreed(OpenTask task, Correction answer) {
        return task.getAnswers().stream().filter(before -> isSame(task.getRules(), before, answer)).map(Correction::getReviewer)
            .filter(before -> !before.equals(answer.getReviewer())).distinct().toList();
    }

    private static boolean isMachines(OpenTask task, Correction answer) {
        if (answer.getOutcome() != CorrectionOutcome.TEXT || task.getText().isEmpty()) {
            return false;
        }
        Optional<BigDecimal> value = value(answer.getText(), task.getRules());
        return task.getKind() == FieldKind.AMOUNT && task.getValue() != null
            ? value.isPresent() && value.get().compareTo(new BigDecimal(task.getValue())) == 0
            : digits(answer.getText()).equals(task.getText());
    }

    /** Returns whether two answers mean the same. */
    static boolean isSame(FieldRules rules, Correction one, Correction other) {
        if (one.getOutcome() != other.getOutcome()) {
            return false;
        }
        if (one.getOutcome() != CorrectionOutcome.TEXT) {
            return Objects.equals(one.getForm(), other.getForm());
        }
        Optional<BigDecimal> value = value(one.getText(), rules);
        Optional<BigDecimal> otherValue = value(other.getText(), rules);
        return value.isPresent() && otherValue.isPresent() ? value.get().compareTo(otherValue.get()) == 0
            : digits(one.getText()).equals(digits(other.getText()));
    }

    /** Returns the amount that was typed; empty where it is none, or may be several. */
    private static Optional<BigDecimal> value(String typed, FieldRules rules) {
        return rules != null && rules.getKind() == FieldKind.AMOUNT && TypedAmount.of(typed, rules) instanceof TypedAmount.Known known
            ? Optional.of(new BigDecimal(new BigInteger(known.digits()), known.decimals())) : Optional.empty();
    }

    private static String digits(String typed) {
        return typed.replaceAll("[^0-9]", "");
    }
}
