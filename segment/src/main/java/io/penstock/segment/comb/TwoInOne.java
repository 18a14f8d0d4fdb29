package io.penstock.segment.comb;

import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Blobs;
import io.penstock.segment.ink.CutPath;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Shape;
import io.penstock.segment.ink.Writing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds two characters in the ink of one box whose neighbour is empty: writers do not keep to the boxes. Pieces that stand side by side are
 * told apart; one that reaches over the line to the empty box, or is wider than a character, is cut.
 */
final class TwoInOne {

    /** Least height of a character, as a share of the box's. */
    private static final double HEIGHT = 0.3;
    /** How far ink must reach beyond the common line, and how wide it must be, in boxes, for it to be cut. */
    private static final double BEYOND = 0.06;
    private static final double WIDE = 0.7;
    /** How near, in boxes, the nearer of two characters that stand apart comes to the common line. */
    private static final double NEAR = 0.25;
    private static final double APART_PRIOR = 0.5;
    private static final double CUT_PRIOR = 0.25;
    private static final int MOST_CUTS = 2;

    private final Ink ink;
    private final Blobs blobs;
    private final Lines lines;
    private final double pen;

    TwoInOne(Ink ink, Blobs blobs, Lines lines, double pen) {
        this.ink = ink;
        this.pen = pen;
        this.blobs = blobs;
        this.lines = lines;
    }

    /**
     * Returns ways to give each of two boxes a character.
     *
     * @param box       the left one of the boxes
     * @param pieces    what is written in the other than the empty one, left to right
     * @param leftEmpty whether the left one is empty
     */
    List<Pair> split(int box, List<Blob> pieces, boolean leftEmpty) {
        double line = lines.verticals()[box + 1];
        double left = pieces.stream().mapToInt(Blob::x).min().orElse(0);
        double right = pieces.stream().mapToInt(Blob::right).max().orElse(0);
        double beyond = (leftEmpty ? line - left : right - line) / lines.pitch();
        List<Pair> pairs = new ArrayList<>();
        if (beyond > -NEAR && pieces.size() > 1) {
            apart(box, pieces, pairs);
        }
        if (pairs.isEmpty() && beyond > BEYOND && right - left > WIDE * lines.pitch()) {
            cut(box, pieces, pairs);
        }
        return pairs;
    }

    private void apart(int box, List<Blob> pieces, List<Pair> pairs) {
        int best = 0;
        double widest = 0;
        for (int i = 1; i < pieces.size(); i++) {
            double step = pieces.get(i).centreX() - pieces.get(i - 1).centreX();
            if (step > widest) {
                widest = step;
                best = i;
            }
        }
        boolean[] toTheLeft = new boolean[blobs.list().size() + 1];
        boolean[] all = all(pieces);
        pieces.subList(0, best).forEach(piece -> toTheLeft[piece.label()] = true);
        add(box, i -> toTheLeft[blobs.labels()[i]], i -> all[blobs.labels()[i]] && !toTheLeft[blobs.labels()[i]], APART_PRIOR, pairs);
    }

    private void cut(int box, List<Blob> pieces, List<Pair> pairs) {
        Blob main = pieces.stream().max(Comparator.comparingInt(Blob::area)).orElseThrow();
        boolean[] all = all(pieces);
        Writing writing = new Writing(ink, blobs, pieces, main.height(), pen);
        List<CutPath> paths = new ArrayList<>(CutPath.through(writing, main));
        paths.sort(Comparator.comparingDouble(CutPath::cost));
        for (CutPath path : paths.subList(0, Math.min(MOST_CUTS, paths.size()))) {
            IntPredicate leftOf = i -> {
                int row = Math.max(0, Math.min(main.height() - 1, i / blobs.width() - main.y()));
                return i % blobs.width() - main.x() < path.columns()[row];
            };
            add(box, i -> all[blobs.labels()[i]] && leftOf.test(i), i -> all[blobs.labels()[i]] && !leftOf.test(i), CUT_PRIOR, pairs);
        }
    }

    private boolean[] all(List<Blob> pieces) {
        boolean[] all = new boolean[blobs.list().size() + 1];
        pieces.forEach(piece -> all[piece.label()] = true);
        return all;
    }

    private void add(int box, IntPredicate isLeft, IntPredicate isRight, double prior, List<Pair> pairs) {
        Shape left = shape(isLeft);
        Shape right = shape(isRight);
        if (isCharacter(left) && isCharacter(right)) {
            pairs.add(new Pair(box, left, right, prior));
        }
    }

    private Shape shape(IntPredicate belongs) {
        return Shape.collect(0, 0, ink.width(), ink.height(), ink.width(), i -> belongs.test(i) ? 1 : 0);
    }

    private boolean isCharacter(Shape shape) {
        return shape != null && shape.height() >= HEIGHT * (lines.bottom() - lines.top());
    }

    /**
     * One way to read two boxes that stand side by side.
     *
     * @param box   the left one
     * @param left  ink of the left one
     * @param right ink of the right one
     * @param prior probability (0 to 1) from the shapes alone that these are two characters
     */
    record Pair(int box, Shape left, Shape right, double prior) {
    }
}
