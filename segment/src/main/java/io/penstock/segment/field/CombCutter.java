package io.penstock.segment.field;

import io.penstock.schema.Glyph;
import io.penstock.segment.form.Comb;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.Homography;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts combs into one glyph a box: finds the printed lattice, drops it out, gives each piece of ink to the box that holds most of it.
 */
final class CombCutter {

    /** Code of a comb whose printed boxes were not found where the form has them. */
    static final String COMB_NOT_FOUND = "COMB_NOT_FOUND";
    private static final double MARGIN_MM = 2.5;
    private static final double MIN_SUPPORT = 0.45;
    private static final double BLANK_MM = 1.1;
    private static final double SPECK_MM = 0.4;
    private static final double SHARED = 0.25;
    private static final double REST_MM = 1.6;
    private static final double NEAR_LINE_MM = 0.9;
    private static final double ON_LINE_MM = 0.6;

    private CombCutter() {
    }

    /** Cuts the combs of one field, read one after the other. */
    static Cut cut(PageImage page, Homography transform, List<Comb> combs, double tolerance) {
        List<Glyph> glyphs = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Comb comb : combs) {
            try (MatScope mats = new MatScope()) {
                Patch patch = Patch.cut(mats, page, transform, comb.area().grow(MARGIN_MM + tolerance));
                Ink ink = Ink.of(patch);
                Lines lines = new CombLocator(ink, patch).locate(comb, tolerance);
                if (lines.support() < MIN_SUPPORT && reasons.isEmpty()) {
                    reasons.add(COMB_NOT_FOUND);
                }
                cells(patch, ink, lines, glyphs);
            }
        }
        return new Cut(glyphs.size() + 1, glyphs, reasons);
    }

    private static void cells(Patch patch, Ink ink, Lines lines, List<Glyph> glyphs) {
        dropOut(patch, ink, lines);
        Blobs blobs = Blobs.of(ink);
        Boxes boxes = new Boxes(patch, lines, blobs);
        for (int box = 0; box < lines.verticals().length - 1; box++) {
            int from = glyphs.size();
            Shape shape = boxes.shape(box);
            if (shape == null || Math.max(shape.width(), shape.height()) < BLANK_MM * patch.scale()) {
                glyphs.add(new Glyph(from, from + 1, patch.onPage(lines.verticals()[box], lines.top(), lines.verticals()[box + 1], lines.bottom()),
                    true, 1.0, ByteBuffer.allocate(0)));
            } else {
                glyphs.add(new Glyph(from, from + 1, patch.onPage(shape.x(), shape.y(), shape.right(), shape.bottom()), false, 1.0,
                    ByteBuffer.wrap(GlyphNormalizer.normalize(ink, shape))));
            }
        }
    }

    private static void dropOut(Patch patch, Ink ink, Lines lines) {
        Dropout dropout = new Dropout(ink, patch.scale());
        double beyond = patch.scale();
        dropout.horizontal(lines.top(), lines.left() - beyond, lines.right() + beyond, lines.topThickness());
        dropout.horizontal(lines.bottom(), lines.left() - beyond, lines.right() + beyond, lines.bottomThickness());
        for (int i = 0; i < lines.verticals().length; i++) {
            dropout.vertical(lines.verticals()[i], lines.top() - beyond, lines.bottom() + beyond, lines.thickness()[i]);
        }
    }

    /** Which box each piece of ink belongs to. */
    private static final class Boxes {

        private final Lines lines;
        private final Blobs blobs;
        private final double scale;
        private final List<List<Blob>> whole = new ArrayList<>();
        private final List<List<Blob>> shared = new ArrayList<>();

        Boxes(Patch patch, Lines lines, Blobs blobs) {
            this.lines = lines;
            this.blobs = blobs;
            scale = patch.scale();
            for (int i = 0; i < lines.verticals().length - 1; i++) {
                whole.add(new ArrayList<>());
                shared.add(new ArrayList<>());
            }
            blobs.list().stream().filter(this::isWriting).forEach(this::assign);
        }

        private boolean isWriting(Blob blob) {
            boolean inside = blob.centreY() > lines.top() - 0.3 * scale && blob.centreY() < lines.bottom() + 0.3 * scale
                && blob.centreX() > lines.left() - 0.3 * scale && blob.centreX() < lines.right() + 0.3 * scale;
            return inside && blob.longSide() >= SPECK_MM * scale && !isLineRest(blob);
        }

        private boolean isLineRest(Blob blob) {
            double band = (blob.longSide() < REST_MM * scale ? NEAR_LINE_MM : ON_LINE_MM) * scale;
            boolean across = within(blob.y(), blob.bottom(), lines.top(), band) || within(blob.y(), blob.bottom(), lines.bottom(), band);
            return across || Arrays.stream(lines.verticals()).anyMatch(x -> within(blob.x(), blob.right(), x, band));
        }

        private static boolean within(double from, double to, double line, double band) {
            return from > line - band && to < line + band;
        }

        private void assign(Blob blob) {
            double[] share = shares(blob);
            int first = 0;
            for (int i = 1; i < share.length; i++) {
                first = share[i] > share[first] ? i : first;
            }
            double pitch = (lines.right() - lines.left()) / share.length;
            boolean wide = blob.width() > 1.15 * pitch;
            for (int i = 0; i < share.length; i++) {
                if (wide && share[first] < 1 - SHARED && share[i] >= SHARED) {
                    shared.get(i).add(blob);
                } else if (i == first) {
                    whole.get(i).add(blob);
                }
            }
        }

        private double[] shares(Blob blob) {
            double[] verticals = lines.verticals();
            double[] share = new double[verticals.length - 1];
            for (int y = blob.y(); y < blob.bottom(); y++) {
                for (int x = blob.x(); x < blob.right(); x++) {
                    if (blobs.labels()[y * blobs.width() + x] == blob.label()) {
                        share[boxAt(x)] += 1.0 / blob.area();
                    }
                }
            }
            return share;
        }

        private int boxAt(double x) {
            int box = 0;
            while (box < lines.verticals().length - 2 && x >= lines.verticals()[box + 1]) {
                box++;
            }
            return box;
        }

        /** Returns the ink of a box, or null where it has none. */
        Shape shape(int box) {
            List<Blob> pieces = new ArrayList<>(whole.get(box));
            pieces.addAll(shared.get(box));
            Blob main = pieces.stream().max(Comparator.comparingInt(Blob::area)).orElse(null);
            if (main == null) {
                return null;
            }
            pieces.removeIf(piece -> !belongs(main, piece));
            boolean[] own = new boolean[blobs.list().size() + 1];
            boolean[] partly = new boolean[blobs.list().size() + 1];
            int left = Integer.MAX_VALUE;
            int top = Integer.MAX_VALUE;
            int right = 0;
            int bottom = 0;
            for (Blob piece : pieces) {
                own[piece.label()] = true;
                partly[piece.label()] = shared.get(box).contains(piece);
                left = Math.min(left, piece.x());
                top = Math.min(top, piece.y());
                right = Math.max(right, piece.right());
                bottom = Math.max(bottom, piece.bottom());
            }
            int stride = blobs.width();
            int[] labels = blobs.labels();
            return Shape.collect(left, top, right, bottom, stride,
                i -> own[labels[i]] && (!partly[labels[i]] || boxAt(i % stride) == box) ? 1 : 0);
        }

        private boolean belongs(Blob main, Blob piece) {
            if (piece.area() >= 0.12 * main.area()) {
                return true;
            }
            double gap = 0.4 * scale;
            return piece.x() < main.right() + gap && piece.right() > main.x() - gap && piece.y() < main.bottom() + gap
                && piece.bottom() > main.y() - gap && piece.area() >= 0.03 * main.area();
        }
    }
}
