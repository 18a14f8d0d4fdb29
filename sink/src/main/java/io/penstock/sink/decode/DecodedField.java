package io.penstock.sink.decode;

import io.penstock.schema.Candidate;
import io.penstock.schema.Digit;
import io.penstock.schema.NumberStatus;
import io.penstock.sink.rule.Reason;
import java.util.List;

/**
 * What a decoder made of one field.
 *
 * @param text       digits only, fillers and blanks left out
 * @param raw        the most probable reading before any rule: digits, X for a mark, _ for an empty box
 * @param value      typed value in canonical text form; null where text has no valid meaning
 * @param confidence posterior (0 to less than 1) of text; null where nothing can be said
 * @param digits     the digits of text with their alternatives
 * @param status     ACCEPTED, REVIEW or EMPTY
 * @param reasons    permanent codes: those of earlier stages, then {@link Reason}
 * @param candidates distinct possible readings, most probable first
 */
public record DecodedField(String text, String raw, String value, Double confidence, List<Digit> digits, NumberStatus status,
                           List<String> reasons, List<Candidate> candidates) {

    /** Returns the same content with another confidence and other reasons; the status follows from them. */
    public DecodedField judged(double changed, List<String> because) {
        NumberStatus settled = text.isEmpty() ? NumberStatus.EMPTY : NumberStatus.ACCEPTED;
        boolean review = because.stream().anyMatch(Reason::demandsReview);
        return new DecodedField(text, raw, value, changed, digits, review ? NumberStatus.REVIEW : settled, because, candidates);
    }
}
