package io.penstock.app.risk;

import io.penstock.app.evaluate.ScoredField;
import io.penstock.schema.RecognizedNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What calibration knows of one labelled field.
 *
 * @param document   the document, or scan, that it came from
 * @param form       name of its form; null for a cut-out
 * @param kind       its kind, in lower case
 * @param posterior  probability (0 to 1) of its text as decoded
 * @param right      whether the text is right
 * @param acceptable whether nothing but confidence can keep it from being accepted
 */
public record Trial(String document, String form, String kind, double posterior, boolean right, boolean acceptable) {

    /** Returns the trials among scored fields: those that have a posterior. */
    public static List<Trial> of(List<ScoredField> fields) {
        return fields.stream().map(Trial::of).flatMap(Optional::stream).toList();
    }

    private static Optional<Trial> of(ScoredField field) {
        String document = field.truth().document();
        return field.number().filter(number -> number.getPosterior() != null).map((RecognizedNumber number) -> new Trial(document,
            number.getForm(), number.getKind().name().toLowerCase(Locale.ROOT), number.getPosterior(), field.isTextRight(),
            field.isAcceptable()));
    }
}
