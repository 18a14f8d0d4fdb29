package io.penstock.review.grid;

import io.penstock.schema.ReviewTask;
import java.time.Instant;
import java.util.List;

/**
 * Digits that were read alike, for one person to look at.
 *
 * @param id       UUID of the sheet
 * @param reviewer who looks at it
 * @param digit    what all were read as, but the decoys
 * @param cells    what stands on it, in its order
 * @param endsAt   until when the leases on its tasks are in force
 */
public record Sheet(String id, String reviewer, String digit, List<Cell> cells, Instant endsAt) {

    /** Copies the cells. */
    public Sheet {
        cells = List.copyOf(cells);
    }

    /** Returns the confidence that is shown of a cell: a decoy has that of its neighbours, which would else tell it from them. */
    public double shown(int cell) {
        for (int i = cell; i >= 0; i--) {
            if (!cells.get(i).isDecoy()) {
                return cells.get(i).confidence();
            }
        }
        return cells.stream().filter(any -> !any.isDecoy()).findFirst().map(Cell::confidence).orElse(0.0);
    }

    /**
     * One digit of one field.
     *
     * @param task  the field
     * @param lease the lease on its task; empty: a decoy, which is surely another digit: who passes it by is not looking
     * @param index which digit of the field's text, from 0
     */
    public record Cell(ReviewTask task, String lease, int index) {

        /** Returns whether it is there to see whether people look. */
        public boolean isDecoy() {
            return lease.isEmpty();
        }

        /** Returns how sure the machine is of the digit. */
        public double confidence() {
            return task.getNumber().getDigits().get(index).getConfidence();
        }
    }
}
