package io.penstock.synth.handwriting;

import java.util.List;

/**
 * The line that the pen leaves between touching the paper and leaving it.
 *
 * @param points what the pen passes, in order; at least one
 */
public record PenStroke(List<PenPoint> points) {

    /** Copies the list. */
    public PenStroke {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a stroke has at least one point");
        }
    }
}
