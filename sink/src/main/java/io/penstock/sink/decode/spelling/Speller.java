package io.penstock.sink.decode.spelling;

import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of a field of printed boxes: tells what a path spells.
 *
 * <p>Empty boxes may stand before the first digit and after the last. Marks may stand there too in an amount (currency signs,
 * terminators), where the form allows fillers, and, less readily, where the length is fixed so that no digit can hide behind a mark.
 * Between digits an amount has separators; a date or a ZIP code may have some; anywhere else a mark is not a digit.
 */
public final class Speller {

    /** Probability that a mark in a field of fixed length is decoration. */
    private static final double IN_FIXED_LENGTH = 0.5;
    private static final double LEAST_WHOLENESS = 0.001;
    /**
     * Probability that a mark behind a whole number is a filler: numbers are written to the right, a digit lost there is a factor of ten.
     */
    private static final double BEHIND_INTEGER = 0.02;
    /** Probability that a mark in a box of its own among the digits of an amount is a separator. */
    private static final double SEPARATOR = 0.5;

    private static final int CENTS = 2;
    private static final int THOUSANDS = 3;

    private final FieldRules rules;
    private final List<Edge> edges;

    /** Takes a field's rules and all edges of its lattice. */
    public Speller(FieldRules rules, List<Edge> edges) {
        this.rules = rules;
        this.edges = edges;
    }

    /** Returns what a path spells. */
    public Spelling spell(Path path) {
        List<Path.Step> steps = path.steps();
        int first = 0;
        while (first < steps.size() && !steps.get(first).isDigit()) {
            first++;
        }
        int last = steps.size() - 1;
        while (last > first && !steps.get(last).isDigit()) {
            last--;
        }
        return judge(steps, first, last);
    }

    private Spelling judge(List<Path.Step> steps, int first, int last) {
        StringBuilder raw = new StringBuilder();
        double legitimacy = 1;
        boolean contested = false;
        Reason flaw = null;
        for (int i = 0; i < steps.size(); i++) {
            Path.Step step = steps.get(i);
            raw.append(Edge.letter(step.symbol()));
            boolean inside = i > first && i < last;
            if (step.symbol() == Edge.BLANK && inside && flaw == null) {
                flaw = Reason.BLANK_INSIDE;
            } else if (step.symbol() == Edge.MARK) {
                double decoration = (inside ? inside() : outside(i > last)) * wholeness(step.edge());
                flaw = decoration > 0 ? flaw : Reason.NOT_A_DIGIT;
                legitimacy *= decoration > 0 ? decoration : 1;
                contested |= decoration < 1 && edges.stream().anyMatch(step.edge()::overlaps);
            }
        }
        List<Path.Step> digits = steps.stream().filter(Path.Step::isDigit).toList();
        return new Spelling(raw.toString(), digits, decimals(steps, first, last), legitimacy,
            plausibility(steps, first, last), contested, flaw);
    }

    private double plausibility(List<Path.Step> steps, int first, int last) {
        if (rules.getKind() != FieldKind.AMOUNT || first > last) {
            return 1;
        }
        List<Integer> groups = new ArrayList<>();
        int count = 0;
        for (int i = first; i <= last; i++) {
            if (steps.get(i).isDigit()) {
                count++;
            } else if (count > 0) {
                groups.add(count);
                count = 0;
            }
        }
        groups.add(count);
        return Grouping.plausibility(groups);
    }

    private double outside(boolean behind) {
        if (rules.getKind() == FieldKind.AMOUNT) {
            return 1;
        }
        if (rules.getFillers()) {
            return behind && rules.getKind() == FieldKind.INTEGER ? BEHIND_INTEGER : 1;
        }
        return fixedLength(rules) ? IN_FIXED_LENGTH : 0;
    }

    private double inside() {
        if (rules.getKind() == FieldKind.AMOUNT) {
            return SEPARATOR;
        }
        return onlyDigits(rules) ? IN_FIXED_LENGTH : 0;
    }

    /** Returns how probable it is that no part of a mark is a digit by itself: digits that touch make a mark when taken together. */
    private double wholeness(Edge mark) {
        double none = 1;
        for (Edge part : edges) {
            if (part != mark && part.glyph().getFrom() >= mark.glyph().getFrom() && part.glyph().getTo() <= mark.glyph().getTo()) {
                none *= 1 - part.digits();
            }
        }
        return Math.max(LEAST_WHOLENESS, none);
    }

    /** Returns whether every filled box must hold a digit. */
    public static boolean onlyDigits(FieldRules rules) {
        return !rules.getFillers() && fixedLength(rules);
    }

    private static boolean fixedLength(FieldRules rules) {
        return switch (rules.getKind()) {
            case DATE, ZIP, ROUTING -> true;
            default -> rules.getMinLength() != null && rules.getMinLength().equals(rules.getMaxLength());
        };
    }

    /** One or two digits after the last separator are cents; three are not, whatever the form says of amounts without separators. */
    private int decimals(List<Path.Step> steps, int first, int last) {
        if (rules.getKind() != FieldKind.AMOUNT) {
            return 0;
        }
        int after = 0;
        for (int i = last; i > first && steps.get(i).isDigit(); i--) {
            after++;
        }
        boolean separated = last > first && steps.get(last - after).symbol() == Edge.MARK;
        if (separated && after <= CENTS) {
            return after;
        }
        return separated && after == THOUSANDS ? 0 : rules.getFraction();
    }
}
