package io.penstock.segment.line;

import io.penstock.schema.Box;
import io.penstock.schema.Glyph;
import io.penstock.segment.glyph.GlyphNormalizer;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Shape;
import io.penstock.segment.ink.Writing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
    /** Where the ink of each piece is. */
    private final List<Window> windows;
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
        windows = Stream.generate(Window::new).limit(pieces.list().size()).toList();
        int margin = ink.margin(slant);
        Arrays.fill(place, -1);
        for (int i = 0; i < place.length; i++) {
            if (ink.mask()[i] == 0) {
                continue;
            }
            int row = i / ink.width();
            int column = (int) Math.round(i % ink.width() + margin + slant * (row - ink.height() / 2.0));
            place[i] = pieces.inkNear(column, row);
            if (place[i] >= 0) {
                mark(i % ink.width(), row, pieces.owner(place[i]));
                mark(i % ink.width(), row, pieces.sharer(place[i]));
            }
        }
    }

    private void mark(int x, int y, int piece) {
        if (piece >= 0) {
            windows.get(piece).add(x, y);
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

    /** Returns, row by row, 1 where the ink as it leans is part of a piece. */
    byte[] written() {
        byte[] written = new byte[place.length];
        for (int i = 0; i < written.length; i++) {
            written[i] = (byte) (place[i] >= 0 ? 1 : 0);
        }
        return written;
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
        Window window = new Window();
        for (int i = from; i < to; i++) {
            window.add(windows.get(i));
        }
        return Shape.collect(window.left, window.top, window.right, window.bottom, ink.width(),
            i -> pieces.belongs(place[i], from, to) ? 1 : 0);
    }

    /** The smallest rectangle of the ink, as it leans, that holds a piece and what it shares. */
    private static final class Window {

        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
        }

        void add(Window other) {
            left = Math.min(left, other.left);
            top = Math.min(top, other.top);
            right = Math.max(right, other.right);
            bottom = Math.max(bottom, other.bottom);
        }
    }

    /** Returns the box of a shape on the page. */
    Box box(Shape shape) {
        return patch.onPage(shape.x(), shape.y(), shape.right(), shape.bottom());
    }
}
