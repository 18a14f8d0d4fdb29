package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Forms that were looked for before, prepared. Thread-safe.
 *
 * <p>Definitions are told apart by identity: whoever registers many pages hands over the same ones again. When there are too many, as after
 * many new versions, it forgets all but those in use.
 */
final class PreparedForms {

    private static final int MOST = 1000;

    private volatile IdentityHashMap<FormDefinition, PreparedForm> known = new IdentityHashMap<>();

    /** Returns these forms prepared, those with most print first. */
    List<PreparedForm> of(Collection<FormDefinition> forms) {
        IdentityHashMap<FormDefinition, PreparedForm> now = known;
        if (!forms.stream().allMatch(now::containsKey)) {
            now = with(forms);
        }
        return forms.stream().map(now::get).sorted(Comparator.comparingDouble(PreparedForm::printed).reversed()).toList();
    }

    private synchronized IdentityHashMap<FormDefinition, PreparedForm> with(Collection<FormDefinition> forms) {
        IdentityHashMap<FormDefinition, PreparedForm> next = new IdentityHashMap<>();
        forms.forEach(form -> next.put(form, known.get(form)));
        if (known.size() + forms.size() <= MOST) {
            next.putAll(known);
        }
        next.replaceAll((form, prepared) -> prepared == null ? PreparedForm.of(form) : prepared);
        known = next;
        return next;
    }
}
