package io.penstock.sink.decode.spelling;

import io.penstock.schema.Digit;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.rule.Reason;
import java.util.List;

/**
 * What a path spells: its symbols as written, the digits alone, and whether its marks and empty boxes stand where they may.
 *
 * @param raw        one letter an edge: digits, X for a mark, _ for an empty box
 * @param digits     the steps that are digits, left to right
 * @param decimals   how many of the last digits are cents; 0 for other kinds than amounts
 * @param legitimacy probability (0 to 1) that the marks of the path are fillers, separators or terminators rather than bad digits
 * @param plausibility how usual the grouping of an amount's digits is, 0 to 1; 1 for other kinds
 * @param contested  whether a mark that may not be one could be cut differently: a piece of a digit rather than a bad digit
 * @param flaw       what is wrong with the places of marks and blanks; null: nothing
 */
public record Spelling(String raw, List<Path.Step> digits, int decimals, double legitimacy, double plausibility, boolean contested,
                       Reason flaw) {

    /** Returns the digits as a string. */
    public String text() {
        StringBuilder text = new StringBuilder();
        digits.forEach(step -> text.append(Edge.letter(step.symbol())));
        return text.toString();
    }

    /** Returns whether a mark takes part. */
    public boolean hasMark() {
        return raw.indexOf(Edge.letter(Edge.MARK)) >= 0;
    }

    /** Returns the digits with their alternatives, for the record of a number. */
    public List<Digit> toDigits() {
        return digits.stream().map(GlyphDigit::of).toList();
    }
}
