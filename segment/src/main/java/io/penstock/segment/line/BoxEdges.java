package io.penstock.segment.line;

import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Blobs;
import io.penstock.segment.ink.Ink;
import java.util.List;

/**
 * Erases what is left at the sides of a picture of the box that it was cut from: an upright line that is higher than any digit, or stands
 * farther from all of them than digits do.
 *
 * <p>{@link RuleLines} finds lines that run through nearly all of a picture; the edge of a box may begin or end within it.
 */
final class BoxEdges {

    /** Farthest from the side, as a share of the picture's width. */
    private static final double SIDE = 0.12;
    /** Least height, as a share of the picture's. */
    private static final double TALL = 0.5;
    /** Least height beside the tallest of all other ink. */
    private static final double TALLER = 1.15;
    /** Least height of what stands apart, as a share of the picture's, and how far apart, in heights of the tallest of all other ink. */
    private static final double PIECE = 0.2;
    private static final double APART = 0.9;
    /** Greatest width, as a share of its height: a thin line that leans a little. */
    private static final double SLIM = 0.16;

    private BoxEdges() {
    }

    /** Erases the edges and returns whether there were any. */
    static boolean erase(Ink ink) {
        Blobs blobs = Blobs.of(ink);
        List<Blob> slim = blobs.list().stream().filter(blob -> isSlim(blob, ink)).toList();
        List<Blob> others = blobs.list().stream().filter(blob -> !slim.contains(blob) && blob.longSide() > PIECE * ink.height()).toList();
        boolean[] edge = new boolean[blobs.list().size() + 1];
        slim.forEach(blob -> edge[blob.label()] = isEdge(blob, others, ink.height()));
        boolean any = false;
        for (int i = 0; i < ink.mask().length; i++) {
            any |= edge[blobs.labels()[i]];
            ink.mask()[i] = edge[blobs.labels()[i]] ? 0 : ink.mask()[i];
        }
        return any;
    }

    private static boolean isSlim(Blob blob, Ink ink) {
        double margin = SIDE * ink.width();
        boolean atSide = blob.right() < margin || blob.x() > ink.width() - margin;
        return atSide && blob.height() >= PIECE * ink.height() && blob.width() <= SLIM * blob.height();
    }

    private static boolean isEdge(Blob blob, List<Blob> others, int height) {
        if (others.isEmpty()) {
            return false;
        }
        int tallest = others.stream().mapToInt(Blob::height).max().orElseThrow();
        int gap = others.stream().mapToInt(other -> Math.max(other.x() - blob.right(), blob.x() - other.right())).min().orElseThrow();
        return blob.height() >= TALL * height && blob.height() >= TALLER * tallest || gap >= APART * tallest;
    }
}
