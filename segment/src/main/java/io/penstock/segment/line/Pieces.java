package io.penstock.segment.line;

import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.CutPath;
import io.penstock.segment.ink.Writing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest units of a line of writing, left to right: connected ink, cut wherever it may hold more than one character.
 *
 * <p>Where a cut runs along a stroke, that stroke is shared: round digits that lean on each other often have one in common.
 */
final class Pieces {

    private final Writing writing;
    private final List<Piece> list = new ArrayList<>();
    private final int[] owner;
    private final int[] sharer;

    /** Cuts the writing into pieces. */
    Pieces(Writing writing) {
        this.writing = writing;
        List<Part> parts = new ArrayList<>();
        int[] part = new int[writing.blobs().labels().length];
        int[] shared = new int[part.length];
        for (Blob blob : writing.written()) {
            cut(blob, part, shared, parts);
        }
        List<Part> order = parts.stream().filter(p -> p.area > 0).sorted(Comparator.comparingDouble(Part::centre)).toList();
        int[] place = new int[parts.size() + 1];
        for (int i = 0; i < order.size(); i++) {
            place[order.get(i).number] = i + 1;
            list.add(order.get(i).piece(i == 0 ? null : order.get(i - 1)));
        }
        owner = new int[part.length];
        sharer = new int[part.length];
        Arrays.setAll(owner, i -> place[part[i]] - 1);
        Arrays.setAll(sharer, i -> place[shared[i]] - 1);
    }

    /**
     * One unit.
     *
     * @param left   left edge in the patch
     * @param top    top edge
     * @param right  right edge, exclusive
     * @param bottom lower edge, exclusive
     * @param cut    strokes, in widths of the pen, that were cut to separate it from the piece on its left; NaN where they do not touch
     * @param notches depth of the notches at the ends of that cut, in heights of a digit
     */
    record Piece(int left, int top, int right, int bottom, double cut, double notches) {

        boolean isCut() {
            return !Double.isNaN(cut);
        }
    }

    private void cut(Blob blob, int[] part, int[] shared, List<Part> parts) {
        List<CutPath> paths = CutPath.through(writing, blob);
        int first = parts.size() + 1;
        for (int i = 0; i <= paths.size(); i++) {
            parts.add(new Part(first + i, blob.label(), i, i == 0 ? null : paths.get(i - 1)));
        }
        int stride = writing.blobs().width();
        for (int y = blob.y(); y < blob.bottom(); y++) {
            for (int x = blob.x(); x < blob.right(); x++) {
                int pixel = y * stride + x;
                if (writing.blobs().labels()[pixel] == blob.label()) {
                    int index = 0;
                    for (CutPath path : paths) {
                        index += x - blob.x() >= path.columns()[y - blob.y()] ? 1 : 0;
                    }
                    part[pixel] = first + index;
                    shared[pixel] = sharer(paths, index, x - blob.x(), y - blob.y(), first);
                    parts.get(first + index - 1).add(x, y);
                }
            }
        }
    }

    /** Returns the number of the part beyond the nearest cut, where that is near enough to share ink; 0 where none is. */
    private int sharer(List<CutPath> paths, int index, int column, int row, int first) {
        double left = index == 0 ? Double.MAX_VALUE : column - paths.get(index - 1).columns()[row] + 1;
        double right = index == paths.size() ? Double.MAX_VALUE : paths.get(index).columns()[row] - column;
        double shared = left < right ? paths.get(index - 1).shared() : index == paths.size() ? 0 : paths.get(index).shared();
        if (Math.min(left, right) > shared * writing.pen()) {
            return 0;
        }
        return left < right ? first + index - 1 : first + index + 1;
    }

    /** Returns the pieces, left to right. */
    List<Piece> list() {
        return list;
    }

    /** Returns a place in the writing with the ink of a piece, here or one column beside; -1 where there is none. */
    int inkNear(int column, int row) {
        int width = writing.blobs().width();
        for (int near : new int[] {column, column - 1, column + 1}) {
            if (near >= 0 && near < width && owner[row * width + near] >= 0) {
                return row * width + near;
            }
        }
        return -1;
    }

    /** Returns which piece the ink at a place belongs to, -1 where there is none. */
    int owner(int place) {
        return owner[place];
    }

    /** Returns which piece shares the ink at a place, -1 where none does. */
    int sharer(int place) {
        return sharer[place];
    }

    /** Returns whether the ink at a place belongs, shared or not, to one of the pieces from one to before another. */
    boolean belongs(int place, int from, int to) {
        return place >= 0 && (owner[place] >= from && owner[place] < to || sharer[place] >= from && sharer[place] < to);
    }

    /** A piece while its pixels are counted. */
    private static final class Part {

        private final int number;
        private final int blob;
        private final int index;
        private final CutPath cut;
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private int area;

        Part(int number, int blob, int index, CutPath cut) {
            this.number = number;
            this.blob = blob;
            this.index = index;
            this.cut = cut;
        }

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
            area++;
        }

        double centre() {
            return (left + right) / 2.0;
        }

        Piece piece(Part before) {
            boolean touches = before != null && before.blob == blob && before.index < index;
            return new Piece(left, top, right, bottom, touches ? cut.cost() : Double.NaN, touches ? cut.notches() : 0);
        }
    }
}
