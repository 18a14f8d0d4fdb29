package io.penstock.sink.decode.line;

import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.LineSpeller;
import io.penstock.sink.decode.spelling.Spelling;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;

/**
 * What the strings of a line that is not cut mean under a field's rule.
 *
 * @param networks what reads the line
 * @param speller  turns its symbols into text
 * @param rule     the field's rule
 */
record LineStrings(LineNetworks networks, LineSpeller speller, FieldRule rule) {

    /** Returns a string that the other reader has no path for, not weighed yet. */
    Hypothesis unseen(String text) {
        Spelling spelling = speller.spell(networks.spelled(text));
        Meaning meaning = rule.read(text, spelling.decimals());
        return meaning instanceof Meaning.Valid valid ? new Hypothesis(spelling, text, valid.value(), null, 0)
            : new Hypothesis(spelling, text, null, ((Meaning.Invalid) meaning).reason(), 0);
    }
}
