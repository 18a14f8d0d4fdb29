package io.penstock.app.evaluate;

import io.penstock.app.text.Edits;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A digit that was taken for another, overlooked or made up, and what that cost.
 *
 * @param written  the digit that is there; empty: none is
 * @param read     the digit that was read; empty: none was
 * @param fields   wrong fields in which it happened
 * @param alone    how many of those are right but for this
 * @param accepted how many of those were accepted: what costs most
 */
public record Confusion(String written, String read, int fields, int alone, int accepted) {

    private static final Comparator<Confusion> COST = Comparator.comparingInt(Confusion::accepted).thenComparingInt(Confusion::alone)
        .thenComparingInt(Confusion::fields).reversed();

    /** Returns all confusions of wrong fields that were read at all, the costliest first. */
    static List<Confusion> among(List<ScoredField> fields) {
        Map<Edits.Edit, Confusion> found = new LinkedHashMap<>();
        for (ScoredField field : fields) {
            String read = field.number().map(number -> number.getText()).orElse("");
            if (field.truth().isReadable() && !field.isRight() && !read.isEmpty()) {
                List<Edits.Edit> edits = Edits.between(field.truth().digits(), read);
                int alone = edits.size() == 1 ? 1 : 0;
                int accepted = field.isAccepted() ? 1 : 0;
                new HashSet<>(edits).forEach(edit -> found.merge(edit,
                    new Confusion(edit.written(), edit.read(), 1, alone, accepted), Confusion::plus));
            }
        }
        return found.values().stream().sorted(COST).toList();
    }

    private Confusion plus(Confusion more) {
        return new Confusion(written, read, fields + more.fields, alone + more.alone, accepted + more.accepted);
    }

    /** Returns it in a few letters: {@code 4 → 9}, a dot for nothing. */
    public String describe() {
        return (written.isEmpty() ? "·" : written) + " → " + (read.isEmpty() ? "·" : read);
    }
}
