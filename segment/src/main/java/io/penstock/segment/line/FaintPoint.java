package io.penstock.segment.line;

import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Writing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;

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

    private final Ink ink;
    private final Writing writing;
    private final double digit;
    private final boolean[] seen;

    private FaintPoint(Ink ink, Writing writing) {
        this.ink = ink;
        this.writing = writing;
        digit = writing.digitHeight();
        seen = new boolean[ink.mask().length];
    }

    /**
     * Returns whether a speck may be the point.
     *
     * @param ink     upright, without what was printed
     * @param writing the writing in it
     */
    static boolean isIn(Ink ink, Writing writing) {
        return new FaintPoint(ink, writing).isFound();
    }

    private boolean isFound() {
        List<Blob> tall = writing.written().stream().filter(blob -> blob.height() > TALL * digit)
            .sorted(Comparator.comparingInt(Blob::x)).toList();
        if (tall.size() < 2 || hasPoint(tall)) {
            return false;
        }
        hideWriting();
        int points = 0;
        int specks = 0;
        int least = (int) Math.max(LEAST_DEPTH, FAINTEST * ink.level());
        int from = tall.get(0).x();
        int to = tall.get(tall.size() - 1).right();
        int top = tall.stream().mapToInt(Blob::y).min().orElse(0);
        int bottom = tall.stream().mapToInt(Blob::bottom).max().orElse(0);
        for (int y = Math.max(0, top); y < Math.min(ink.height(), bottom + digit / 4); y++) {
            for (int x = Math.max(0, from); x < Math.min(ink.width(), to); x++) {
                int[] box = speck(x, y, least);
                if (box != null) {
                    specks++;
                    points += isPlaced(box, tall) ? 1 : 0;
                }
            }
        }
        return points > 0 && specks <= PAPER;
    }

    /** Returns whether something small among the last digits was taken for writing: the point, if there is one. */
    private boolean hasPoint(List<Blob> tall) {
        int from = tall.get(Math.max(0, tall.size() - 3)).x();
        return writing.written().stream().anyMatch(blob -> blob.height() <= TALL * digit && blob.width() <= TALL * digit
            && blob.centreX() > from && blob.centreX() < tall.get(tall.size() - 1).right()
            && blob.centreY() > tall.get(0).y() + digit / 3);
    }

    private void hideWriting() {
        int reach = (int) Math.max(2, Math.round(EDGE * digit));
        int[] labels = writing.blobs().labels();
        for (int i = 0; i < labels.length; i++) {
            if (writing.ink().mask()[i] != 0 && isWritten(labels[i])) {
                hide(i % ink.width(), i / ink.width(), reach);
            }
        }
    }

    private boolean isWritten(int label) {
        return writing.written().stream().anyMatch(blob -> blob.label() == label);
    }

    private void hide(int x, int y, int reach) {
        for (int row = Math.max(0, y - reach); row <= Math.min(ink.height() - 1, y + reach); row++) {
            for (int column = Math.max(0, x - reach); column <= Math.min(ink.width() - 1, x + reach); column++) {
                seen[row * ink.width() + column] = true;
            }
        }
    }

    /** Returns left, top, right and bottom of the speck that begins at a place; null where none does. */
    private int[] speck(int x, int y, int least) {
        if (!isDark(x, y, least)) {
            return null;
        }
        int[] box = {x, y, x, y};
        int area = 0;
        ArrayDeque<int[]> open = new ArrayDeque<>();
        seen[y * ink.width() + x] = true;
        open.add(new int[] {x, y});
        while (!open.isEmpty()) {
            int[] at = open.remove();
            area++;
            box = new int[] {Math.min(box[0], at[0]), Math.min(box[1], at[1]), Math.max(box[2], at[0]), Math.max(box[3], at[1])};
            for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                if (isDark(at[0] + step[0], at[1] + step[1], least)) {
                    seen[(at[1] + step[1]) * ink.width() + at[0] + step[0]] = true;
                    open.add(new int[] {at[0] + step[0], at[1] + step[1]});
                }
            }
        }
        int side = Math.max(box[2] - box[0], box[3] - box[1]) + 1;
        return area >= LEAST_AREA && side >= SMALLEST * digit && side <= LARGEST * digit ? box : null;
    }

    private boolean isDark(int x, int y, int least) {
        boolean inside = x >= 0 && y >= 0 && x < ink.width() && y < ink.height();
        return inside && !seen[y * ink.width() + x] && (ink.depth()[y * ink.width() + x] & 0xff) >= least;
    }

    /** Returns whether a speck stands between two digits, where points do. */
    private boolean isPlaced(int[] box, List<Blob> tall) {
        double x = (box[0] + box[2] + 1) / 2.0;
        double y = (box[1] + box[3] + 1) / 2.0;
        Blob left = null;
        Blob right = null;
        for (Blob blob : tall) {
            left = blob.right() <= x ? blob : left;
            right = right == null && blob.x() >= x ? blob : right;
        }
        if (left == null || right == null) {
            return false;
        }
        double height = ((left.bottom() + right.bottom()) / 2.0 - y) / digit;
        return height > LOWEST && height < HIGHEST;
    }
}
