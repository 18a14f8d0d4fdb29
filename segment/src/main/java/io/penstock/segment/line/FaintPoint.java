package io.penstock.segment.line;

import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Blobs;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Mask;
import io.penstock.segment.ink.Writing;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks where the point of an amount stands, low or half way up between two digits, for specks that are too faint or too small to be taken
 * for writing: one of them may be the point. Paper that has such specks everywhere tells nothing.
 */
final class FaintPoint {

    /** Least depth, as a share of the writing's. */
    private static final double FAINTEST = 0.15;
    private static final int LEAST_DEPTH = 8;
    /** Sides of a speck, in heights of a digit, and its least area in pixels. */
    private static final double SMALLEST = 0.045;
    private static final double LARGEST = 0.3;
    private static final int LEAST_AREA = 3;
    /** How far from writing ink is none of its edge, in heights of a digit. */
    private static final double EDGE = 0.07;
    /** The band in which points stand, in heights of a digit above the foot of the digits beside. */
    private static final double LOWEST = -0.2;
    private static final double HIGHEST = 0.65;
    private static final double TALL = 0.55;
    /** More specks than this are the paper's. */
    private static final int PAPER = 4;

    private final Supplier<Ink> all;
    private final Writing writing;
    private final double digit;

    private FaintPoint(Supplier<Ink> all, Writing writing) {
        this.all = all;
        this.writing = writing;
        digit = writing.digitHeight();
    }

    /**
     * Returns whether a speck may be the point.
     *
     * @param all     all ink, upright, without what was printed; asked for where no point is written
     * @param writing the writing in it
     */
    static boolean isIn(Supplier<Ink> all, Writing writing) {
        return new FaintPoint(all, writing).isFound();
    }

    private boolean isFound() {
        List<Blob> tall = writing.written().stream().filter(blob -> blob.height() > TALL * digit)
            .sorted(Comparator.comparingInt(Blob::x)).toList();
        if (tall.size() < 2 || hasPoint(tall)) {
            return false;
        }
        List<Blob> specks = specks(all.get(), tall);
        return specks.size() <= PAPER && specks.stream().anyMatch(speck -> isPlaced(speck, tall));
    }

    /** Returns what is small enough for a point and lies among the digits, none of it the edge of one. */
    private List<Blob> specks(Ink ink, List<Blob> tall) {
        int least = (int) Math.max(LEAST_DEPTH, FAINTEST * ink.level());
        Mask written = written(ink);
        byte[] dark = new byte[ink.depth().length];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = (byte) (!written.has(i) && (ink.depth()[i] & 0xff) >= least ? 1 : 0);
        }
        int from = tall.get(0).x();
        int to = tall.get(tall.size() - 1).right();
        int top = tall.stream().mapToInt(Blob::y).min().orElse(0);
        int bottom = tall.stream().mapToInt(Blob::bottom).max().orElse(0);
        return Blobs.of(dark, ink.width(), ink.height()).list().stream()
            .filter(speck -> speck.centreX() > from && speck.centreX() < to)
            .filter(speck -> speck.centreY() > top && speck.centreY() < bottom + digit / 4)
            .filter(speck -> speck.area() >= LEAST_AREA && speck.longSide() >= SMALLEST * digit && speck.longSide() <= LARGEST * digit)
            .toList();
    }

    /** Returns whether something small among the last digits was taken for writing: the point, if there is one. */
    private boolean hasPoint(List<Blob> tall) {
        int from = tall.get(Math.max(0, tall.size() - 3)).x();
        return writing.written().stream().anyMatch(blob -> blob.height() <= TALL * digit && blob.width() <= TALL * digit
            && blob.centreX() > from && blob.centreX() < tall.get(tall.size() - 1).right()
            && blob.centreY() > tall.get(0).y() + digit / 3);
    }

    /** Returns where the writing and its edge are. */
    private Mask written(Ink ink) {
        return new Mask(writing.blobs().ink(writing.written()), ink.width(), ink.height())
            .grown((int) Math.max(2, Math.round(EDGE * digit)));
    }

    /** Returns whether a speck stands between two digits, where points do. */
    private boolean isPlaced(Blob speck, List<Blob> tall) {
        Blob left = null;
        Blob right = null;
        for (Blob blob : tall) {
            left = blob.right() <= speck.centreX() ? blob : left;
            right = right == null && blob.x() >= speck.centreX() ? blob : right;
        }
        if (left == null || right == null) {
            return false;
        }
        double height = ((left.bottom() + right.bottom()) / 2.0 - speck.centreY()) / digit;
        return height > LOWEST && height < HIGHEST;
    }
}
