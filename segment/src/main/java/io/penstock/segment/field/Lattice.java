package io.penstock.segment.field;

import io.penstock.schema.Glyph;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Over-segments the ink of a free field: pieces from left to right, and every run of neighbouring pieces that may be one character.
 *
 * <p>Pieces are connected ink; ink that stands above other ink is one piece with it; a piece wider than a digit is cut where the ink is
 * thinnest. The classifier and the decoder choose among the runs (see Casey and Lecolinet, "A survey of methods and strategies in
 * character segmentation", 1996).
 */
final class Lattice {

    private static final double SPECK_MM = 0.5;
    private static final int LONGEST_RUN = 4;
    private static final double WIDEST = 1.7;
    private static final double CUT_PRIOR = 0.35;
    private static final double SLIVER = 0.47;
    private static final double SLIVER_PRIOR = 0.15;
    private static final double JOIN_PRIOR = 0.12;
    private static final double NEAR_JOIN_PRIOR = 0.5;

    private final Patch patch;
    private final Ink ink;
    private final FrameLocator.Zone zone;
    private final Blobs blobs;
    private final double digitHeight;
    private final List<Piece> pieces;

    Lattice(Patch patch, Ink ink, FrameLocator.Zone zone) {
        this.patch = patch;
        this.ink = ink;
        this.zone = zone;
        blobs = Blobs.of(ink);
        List<Blob> writing = blobs.list().stream().filter(this::isWriting).sorted(Comparator.comparingInt(Blob::x)).toList();
        digitHeight = digitHeight(writing);
        pieces = cutWide(group(writing));
    }

    /**
     * A smallest unit of ink.
     *
     * @param group number of the connected group it was cut from
     */
    private record Piece(int group, int left, int right, List<Blob> blobs) {
    }

    private boolean isWriting(Blob blob) {
        double scale = patch.scale();
        if (blob.centreX() < zone.left() || blob.centreX() > zone.right() || blob.centreY() < zone.top() || blob.centreY() > zone.bottom()) {
            return false;
        }
        double edge = 0.9 * scale;
        boolean atEdge = blob.centreY() < zone.top() + edge || blob.centreY() > zone.bottom() - edge
            || blob.centreX() < zone.left() + 0.4 * edge || blob.centreX() > zone.right() - 0.4 * edge;
        return blob.longSide() >= SPECK_MM * scale && !(zone.edges() > 0 && atEdge && blob.height() < 1.2 * scale);
    }

    private static double digitHeight(List<Blob> writing) {
        int[] heights = writing.stream().mapToInt(Blob::height).sorted().toArray();
        if (heights.length == 0) {
            return 1;
        }
        double tallest = heights[heights.length - 1];
        double[] tall = writing.stream().mapToDouble(Blob::height).filter(height -> height > 0.4 * tallest).sorted().toArray();
        return tall[tall.length / 2];
    }

    private List<Piece> group(List<Blob> writing) {
        List<Piece> groups = new ArrayList<>();
        for (Blob blob : writing) {
            Piece last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            int overlap = last == null ? 0 : Math.min(last.right, blob.right()) - blob.x();
            if (last != null && overlap > 0.55 * Math.min(blob.width(), last.right - last.left)) {
                List<Blob> joined = new ArrayList<>(last.blobs);
                joined.add(blob);
                groups.set(groups.size() - 1, new Piece(last.group, last.left, Math.max(last.right, blob.right()), joined));
            } else {
                groups.add(new Piece(groups.size(), blob.x(), blob.right(), List.of(blob)));
            }
        }
        return groups;
    }

    private List<Piece> cutWide(List<Piece> groups) {
        List<Piece> cut = new ArrayList<>();
        for (Piece group : groups) {
            List<Integer> places = cuts(group);
            int left = group.left;
            for (int place : places) {
                cut.add(new Piece(group.group, left, place, group.blobs));
                left = place;
            }
            cut.add(new Piece(group.group, left, group.right, group.blobs));
        }
        return cut;
    }

    /** Returns where a wide group may be cut: the thinnest places, a third of a digit apart. */
    private List<Integer> cuts(Piece group) {
        int width = group.right - group.left;
        List<Integer> cuts = new ArrayList<>();
        if (width < 0.9 * digitHeight) {
            return cuts;
        }
        int[] columns = columns(group);
        double apart = 0.32 * digitHeight;
        int most = Math.min(5, (int) Math.round(width / (0.55 * digitHeight)) - 1);
        List<Integer> order = new ArrayList<>();
        for (int i = (int) apart; i < width - apart; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt((Integer i) -> columns[i]).thenComparingInt(i -> Math.abs(i - width / 2)));
        double thickest = 0.4 * digitHeight;
        for (int i : order) {
            if (cuts.size() >= Math.max(1, most) || columns[i] > thickest) {
                break;
            }
            if (cuts.stream().noneMatch(other -> Math.abs(other - group.left - i) < apart)) {
                cuts.add(group.left + i);
            }
        }
        cuts.sort(Comparator.naturalOrder());
        return cuts;
    }

    private int[] columns(Piece group) {
        int[] columns = new int[group.right - group.left];
        for (Blob blob : group.blobs) {
            for (int y = blob.y(); y < blob.bottom(); y++) {
                for (int x = blob.x(); x < blob.right(); x++) {
                    columns[x - group.left] += blobs.labels()[y * blobs.width() + x] == blob.label() ? 1 : 0;
                }
            }
        }
        return columns;
    }

    /** Returns the edges of the lattice. */
    List<Glyph> glyphs() {
        List<Glyph> glyphs = new ArrayList<>();
        for (int from = 0; from < pieces.size(); from++) {
            for (int to = from + 1; to <= Math.min(pieces.size(), from + LONGEST_RUN); to++) {
                double prior = prior(from, to);
                if (prior > 0) {
                    add(glyphs, from, to, prior);
                }
            }
        }
        return glyphs;
    }

    private void add(List<Glyph> glyphs, int from, int to, double prior) {
        Shape shape = shape(from, to);
        if (shape != null) {
            glyphs.add(new Glyph(from, to, patch.onPage(shape.x(), shape.y(), shape.right(), shape.bottom()), false, prior,
                ByteBuffer.wrap(GlyphNormalizer.normalize(ink, shape))));
        }
    }

    private double prior(int from, int to) {
        double width = pieces.get(to - 1).right - pieces.get(from).left;
        if (to - from > 1 && width > WIDEST * digitHeight) {
            return 0;
        }
        double prior = 1;
        for (int i = from + 1; i < to; i++) {
            if (pieces.get(i).group != pieces.get(i - 1).group) {
                double gap = pieces.get(i).left - pieces.get(i - 1).right;
                prior *= gap < 0.08 * digitHeight ? NEAR_JOIN_PRIOR : JOIN_PRIOR;
            }
        }
        double cut = cutPrior(from) * cutPrior(to);
        prior *= (isCut(from) || isCut(to)) && width < SLIVER * digitHeight ? cut * SLIVER_PRIOR : cut;
        double excess = width / digitHeight - 1.05;
        return excess > 0 ? prior * Math.exp(-3 * excess) : prior;
    }

    private boolean isCut(int node) {
        return node > 0 && node < pieces.size() && pieces.get(node).group == pieces.get(node - 1).group;
    }

    /** Returns how readily ink is cut at a node: not at all readily within the width of one digit, without reserve in a wide run. */
    private double cutPrior(int node) {
        if (!isCut(node)) {
            return 1;
        }
        int group = pieces.get(node).group;
        int left = pieces.stream().filter(piece -> piece.group == group).mapToInt(Piece::left).min().orElse(0);
        int right = pieces.stream().filter(piece -> piece.group == group).mapToInt(Piece::right).max().orElse(0);
        double width = (right - left) / digitHeight;
        return Math.max(CUT_PRIOR, Math.min(1, CUT_PRIOR + (width - 1.1) * (1 - CUT_PRIOR) / 0.5));
    }

    private Shape shape(int from, int to) {
        boolean[] own = new boolean[blobs.list().size() + 1];
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int i = from; i < to; i++) {
            for (Blob blob : pieces.get(i).blobs) {
                own[blob.label()] = true;
                top = Math.min(top, blob.y());
                bottom = Math.max(bottom, blob.bottom());
            }
        }
        int[] labels = blobs.labels();
        return Shape.collect(pieces.get(from).left, top, pieces.get(to - 1).right, bottom, blobs.width(), i -> own[labels[i]] ? 1 : 0);
    }
}
