package io.penstock.synth.handwriting;

import java.util.List;

/**
 * All that one person wrote on a tablet.
 *
 * @param digits the recordings of each digit, 0 to 9; a digit may have none
 */
public record RecordedHand(List<List<RecordedPath>> digits) {

    /** Copies the lists. */
    public RecordedHand {
        digits = digits.stream().map(List::copyOf).toList();
        if (digits.size() != 10) {
            throw new IllegalArgumentException("a hand has ten digits, not " + digits.size());
        }
    }

    /** Returns how many digits were recorded. */
    public int size() {
        return digits.stream().mapToInt(List::size).sum();
    }
}
