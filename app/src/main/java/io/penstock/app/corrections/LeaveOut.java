package io.penstock.app.corrections;

import io.penstock.schema.RecognizedNumber;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that must not leave, such as account numbers.
 *
 * @param names kinds or names of fields, in lower case
 */
public record LeaveOut(Set<String> names) {

    /** Leaves these kinds and fields out, however they are written. */
    public LeaveOut {
        names = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a number is of such a field. */
    boolean covers(RecognizedNumber number) {
        return names.contains(number.getKind().name().toLowerCase(Locale.ROOT))
            || number.getField() != null && names.contains(number.getField().toLowerCase(Locale.ROOT));
    }
}
