package io.penstock.sink.decode.spelling;

import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of a free line: tells what a path spells. Which marks are separators and terminators, the path says itself.
 *
 * <p>An amount is grouped as people group amounts. A separator in a whole number that does not group thousands is more likely a decimal
 * point, which such a field has no place for. In other kinds separators mean nothing.
 */
public final class LineSpeller {

    /** Probability that an odd separator in a whole number is a slip of the pen and no decimal point. */
    private static final double SLIP = 0.5;
    private static final int CENTS = 2;
    private static final int THOUSANDS = 3;

    private final FieldRules rules;

    public LineSpeller(FieldRules rules) {
        this.rules = rules;
    }

    /** Returns what a path spells. */
    public Spelling spell(Path path) {
        StringBuilder raw = new StringBuilder();
        List<Path.Step> digits = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        double legible = 1;
        int count = 0;
        for (Path.Step step : path.steps()) {
            raw.append(Edge.letter(step.symbol()));
            if (step.isDigit()) {
                digits.add(step);
                legible *= 1 - step.edge().probability(Edge.MARK);
                count++;
            } else if (count > 0) {
                groups.add(count);
                count = 0;
            }
        }
        if (count > 0 || groups.isEmpty()) {
            groups.add(count);
        }
        double usual = Grouping.plausibility(groups);
        boolean amount = rules.getKind() == FieldKind.AMOUNT;
        boolean odd = rules.getKind() == FieldKind.INTEGER && usual < Grouping.UNGROUPED;
        return new Spelling(raw.toString(), digits, amount ? decimals(groups) : 0, odd ? legible * SLIP : legible, amount ? usual : 1,
            false, null);
    }

    /** Two digits after the last separator are cents; three are not, whatever the form says of amounts without separators. */
    private int decimals(List<Integer> groups) {
        int last = groups.get(groups.size() - 1);
        if (groups.size() > 1 && last == CENTS) {
            return CENTS;
        }
        return groups.size() > 1 && last == THOUSANDS ? 0 : rules.getFraction();
    }
}
