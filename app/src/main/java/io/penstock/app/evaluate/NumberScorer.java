package io.penstock.app.evaluate;

import io.penstock.schema.RecognizedNumber;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;

/** Finds for each field of the truth the number that was recognized. */
public final class NumberScorer {

    private final boolean anyField;
    private final Map<Path, List<RecognizedNumber>> numbers = new HashMap<>();

    /** Matches by field name, or, with {@code anyField}, takes whatever a cut-out yields. */
    public NumberScorer(boolean anyField) {
        this.anyField = anyField;
    }

    /** Takes the numbers of one scan, by page. */
    public void add(Path scan, List<RecognizedNumber> found) {
        numbers.put(scan, found);
    }

    /**
     * Returns each field of the truth with its number; a field that comes again in a scan is that of the next page. Where the truth says
     * which form of a page a field is of, forms are paired as wholes: one that was not found puts no other out of step.
     */
    public List<ScoredField> score(Collection<Truth> truths) {
        Map<Path, List<Truth>> byScan = truths.stream()
            .collect(Collectors.groupingBy(Truth::scan, LinkedHashMap::new, Collectors.toList()));
        return byScan.entrySet().stream().flatMap(entry -> entry.getValue().get(0).copy() > 0 && !anyField
            ? SheetPairing.of(entry.getValue(), numbers.getOrDefault(entry.getKey(), List.of())).stream()
            : inOrder(entry.getValue()).stream()).toList();
    }

    private List<ScoredField> inOrder(Collection<Truth> truths) {
        Map<Path, Map<String, Queue<RecognizedNumber>>> unused = new HashMap<>();
        List<ScoredField> scored = new ArrayList<>();
        for (Truth truth : truths) {
            Map<String, Queue<RecognizedNumber>> ofScan = unused.computeIfAbsent(truth.scan(), this::byField);
            Queue<RecognizedNumber> candidates = ofScan.getOrDefault(anyField ? "" : truth.field(), new ArrayDeque<>());
            scored.add(new ScoredField(truth, Optional.ofNullable(candidates.poll())));
        }
        return scored;
    }

    private Map<String, Queue<RecognizedNumber>> byField(Path scan) {
        return numbers.getOrDefault(scan, List.of()).stream().filter(number -> number.getField() != null)
            .collect(Collectors.groupingBy(number -> anyField ? "" : number.getField(), Collectors.toCollection(ArrayDeque::new)));
    }
}
