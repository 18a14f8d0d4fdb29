package io.penstock.app.evaluate;

import io.penstock.schema.RecognizedNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The forms of a scan that hold something, paired with those that were found: in their order, as many as can be, and so that most fields
 * are right. One that was not found has no numbers; one that is not there is left over.
 */
final class SheetPairing {

    private final List<List<Truth>> written;
    private final List<Map<String, RecognizedNumber>> found;

    private SheetPairing(List<List<Truth>> written, List<Map<String, RecognizedNumber>> found) {
        this.written = written;
        this.found = found;
    }

    /** Returns each field of the truth of one scan, in order, with its number. */
    static List<ScoredField> of(List<Truth> truths, List<RecognizedNumber> numbers) {
        return new SheetPairing(written(truths), found(numbers)).paired();
    }

    /** A form ends where the next line is of another copy, or of a field that was there already: on the next page. */
    private static List<List<Truth>> written(List<Truth> truths) {
        List<List<Truth>> forms = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        Truth last = null;
        for (Truth truth : truths) {
            if (last == null || last.copy() != truth.copy() || fields.contains(truth.field())) {
                forms.add(new ArrayList<>());
                fields.clear();
            }
            forms.get(forms.size() - 1).add(truth);
            fields.add(truth.field());
            last = truth;
        }
        return forms;
    }

    private static List<Map<String, RecognizedNumber>> found(List<RecognizedNumber> numbers) {
        Map<List<Integer>, Map<String, RecognizedNumber>> forms = new LinkedHashMap<>();
        numbers.stream().filter(number -> number.getField() != null).forEach(number -> forms
            .computeIfAbsent(List.of(number.getPage(), number.getCopy()), key -> new LinkedHashMap<>()).put(number.getField(), number));
        return List.copyOf(forms.values());
    }

    /** Two forms that have no field in common are not paired; others are, right or not. */
    private double worth(int form, int candidate) {
        List<ScoredField> fields = scored(form, candidate);
        long common = fields.stream().filter(field -> field.number().isPresent()).count();
        long right = fields.stream().filter(ScoredField::isTextRight).count();
        return common == 0 ? -1 : 1 + 2.0 * right / fields.size();
    }

    private List<ScoredField> scored(int form, int candidate) {
        return written.get(form).stream().map(truth -> new ScoredField(truth,
            candidate < 0 ? Optional.empty() : Optional.ofNullable(found.get(candidate).get(truth.field())))).toList();
    }

    private boolean pairs(double[][] best, int form, int candidate) {
        return best[form][candidate] == worth(form, candidate) + best[form + 1][candidate + 1];
    }

    /** The best of all pairings that keep the order (Needleman and Wunsch 1970). */
    private List<ScoredField> paired() {
        double[][] best = new double[written.size() + 1][found.size() + 1];
        for (int i = written.size() - 1; i >= 0; i--) {
            for (int j = found.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(worth(i, j) + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        List<ScoredField> fields = new ArrayList<>();
        int candidate = 0;
        for (int i = 0; i < written.size(); i++) {
            while (candidate < found.size() && !pairs(best, i, candidate) && best[i][candidate] == best[i][candidate + 1]) {
                candidate++;
            }
            boolean pairs = candidate < found.size() && pairs(best, i, candidate);
            fields.addAll(scored(i, pairs ? candidate : -1));
            candidate += pairs ? 1 : 0;
        }
        return fields;
    }
}
