package io.penstock.segment.field;

import io.penstock.schema.Box;
import io.penstock.schema.Glyph;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Over-segments the ink of a free field: every run of neighbouring pieces that may be one character. The classifier and the decoder choose
 * among the runs.
 */
final class Lattice {

    private static final double WIDEST = 1.9;

    private final Patch patch;
    private final Ink ink;
    private final double digitHeight;
    private final Pieces pieces;
    /** For each pixel of the ink, its place in the upright writing; -1 where it is no writing. */
    private final int[] place;
    private final int margin;
    private final double slant;
    private final int longestRun;

    /**
     * Cuts the writing of a patch. Cuts are looked for in writing that was made upright; glyphs are taken from it as it leans.
     *
     * @param patch      where the ink is from
     * @param ink        its ink
     * @param slant      by how much it leans
     * @param upright    the writing in {@link Ink#upright} of it
     * @param longestRun most pieces of a run
     */
    Lattice(Patch patch, Ink ink, double slant, Writing upright, int longestRun) {
        this.patch = patch;
        this.ink = ink;
        this.longestRun = longestRun;
        digitHeight = upright.digitHeight();
        pieces = new Pieces(upright);
        place = new int[ink.width() * ink.height()];
        margin = ink.margin(slant);
        this.slant = slant;
        for (int i = 0; i < place.length; i++) {
            int row = i / ink.width();
            int column = (int) Math.round(i % ink.width() + margin + slant * (row - ink.height() / 2.0));
            place[i] = ink.mask()[i] == 0 ? -1 : pieces.inkNear(column, row);
        }
    }

    /** A run of pieces with its ink and what speaks for it. */
    record Candidate(int from, int to, Shape shape, Evidence evidence) {
    }

    /** Returns its edges as they leave this stage. */
    List<Glyph> glyphs() {
        return candidates().stream()
            .map(run -> new Glyph(run.from, run.to, box(run.shape), false, run.evidence.prior(), ByteBuffer.wrap(pixels(run))))
            .toList();
    }

    /** Returns the number of cut positions. */
    int nodes() {
        return pieces.list().size() + 1;
    }

    /** Returns the normalized glyph of a run. */
    byte[] pixels(Candidate run) {
        return GlyphNormalizer.normalize(ink, run.shape);
    }

    /** Returns the runs, ordered by from, then to. */
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        int size = pieces.list().size();
        for (int from = 0; from < size; from++) {
            for (int to = from + 1; to <= Math.min(size, from + longestRun); to++) {
                Evidence evidence = evidence(from, to);
                Shape shape = to - from > 1 && evidence.width() > WIDEST ? null : shape(from, to);
                if (shape != null) {
                    candidates.add(new Candidate(from, to, shape, evidence));
                }
            }
        }
        return candidates;
    }

    private Evidence evidence(int from, int to) {
        List<Pieces.Piece> run = pieces.list().subList(from, to);
        double digit = digitHeight;
        int joins = 0;
        double gaps = 0;
        double overlap = 0;
        int left = run.get(0).left();
        int right = run.get(0).right();
        for (Pieces.Piece piece : run.subList(1, run.size())) {
            if (!piece.isCut()) {
                double gap = piece.left() - right;
                joins++;
                gaps += Math.max(0, gap) / digit;
                overlap += Math.max(0, Math.min(1, -gap / Math.min(right - left, piece.right() - piece.left())));
            }
            left = Math.min(left, piece.left());
            right = Math.max(right, piece.right());
        }
        boolean cutBefore = run.get(0).isCut();
        boolean cutBehind = to < pieces.list().size() && pieces.list().get(to).isCut();
        double cost = (cutBefore ? run.get(0).cut() : 0) + (cutBehind ? pieces.list().get(to).cut() : 0);
        double notches = run.get(0).notches() + (cutBehind ? pieces.list().get(to).notches() : 0);
        return new Evidence(joins, gaps, overlap, (cutBefore ? 1 : 0) + (cutBehind ? 1 : 0), cost, notches,
            (right - left) / digit);
    }

    /** Returns the ink of a run as it leans, or null where nothing is left of it. */
    private Shape shape(int from, int to) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (Pieces.Piece piece : pieces.list().subList(from, to)) {
            left = Math.min(left, piece.left());
            right = Math.max(right, piece.right());
        }
        // how far columns moved when the ink was made upright, and what a neighbour shares
        double lean = Math.abs(slant) * ink.height() / 2.0 + digitHeight / 2;
        int first = (int) Math.max(0, left - margin - lean);
        int last = (int) Math.min(ink.width(), right - margin + lean);
        return Shape.collect(first, 0, last, ink.height(), ink.width(), i -> pieces.belongs(place[i], from, to) ? 1 : 0);
    }

    /** Returns the box of a shape on the page. */
    Box box(Shape shape) {
        return patch.onPage(shape.x(), shape.y(), shape.right(), shape.bottom());
    }
}
