package io.penstock.app.read;

import io.penstock.app.output.DocumentOutcome;
import io.penstock.app.output.DocumentOutcome.Loss;
import io.penstock.schema.RecognizedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known so far about one document that was submitted. Used by one thread. */
final class DocumentProgress {

    private final String document;
    private final SortedMap<Integer, SortedMap<Integer, RecognizedNumber>> pages = new TreeMap<>();
    private final List<Loss> losses = new ArrayList<>();
    private int expectedPages = -1;
    private boolean lost;

    DocumentProgress(String document) {
        this.document = document;
    }

    /** Takes a number of this document; one that comes again replaces the earlier one. */
    void add(RecognizedNumber number) {
        expectedPages = number.getPages();
        pages.computeIfAbsent(number.getPage(), page -> new TreeMap<>()).put(number.getIndex(), number);
    }

    /** Takes the news that the whole document could not be handled. */
    void lose(Loss loss) {
        losses.add(loss);
        lost = true;
    }

    /** Takes the news that one page could not be handled; its number, which asks a person, comes too. */
    void losePage(Loss loss) {
        losses.add(loss);
    }

    /** Returns whether everything that will come has come. */
    boolean isComplete() {
        return lost || pages.values().stream().filter(DocumentProgress::isWhole).count() == expectedPages;
    }

    /** Returns what became of the document, as far as it is known. */
    DocumentOutcome outcome() {
        return new DocumentOutcome(document, pages.values().stream().flatMap(page -> page.values().stream()).toList(), losses);
    }

    private static boolean isWhole(SortedMap<Integer, RecognizedNumber> page) {
        return page.size() == page.get(page.firstKey()).getSiblings();
    }
}
