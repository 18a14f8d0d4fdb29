package io.penstock.segment.comb;

import io.penstock.segment.ink.Alteration;
import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Blobs;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.InkReason;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which ink stands in which box of a comb, printed lines removed.
 *
 * <p>A connected piece belongs to the box that holds most of it. One that reaches far into two boxes and stands tall in both is two
 * characters that touch, and is cut at the line. Where a box is empty and its neighbour may hold two characters, {@link #pairs()} offers
 * to give the nearer one back.
 */
final class Occupants {

    /** Code of a comb from which a character reaches further than is looked. */
    static final String CUT_OFF = "CUT_OFF";
    private static final double SPECK_MM = 0.4;
    private static final double BLANK_MM = 1.1;
    private static final double REST_MM = 1.6;
    private static final double NEAR_LINE_MM = 0.9;
    private static final double ON_LINE_MM = 0.6;
    private static final double BESIDE_MM = 0.3;
    /** Least share of a character's ink that lies inside the comb: one that is written over the line above has half of it there. */
    private static final double INSIDE = 0.3;
    /** Least share of a piece in each of two boxes, its least width in boxes and its least height in both, for it to be two characters. */
    private static final double SHARED = 0.25;
    private static final double WIDE = 1.15;
    private static final double TALL = 0.4;
    /** Least height of a character, in heights of the box. */
    private static final double CHARACTER = 0.3;
    /** Length of what reaches in from outside that may be a part of a character, in heights of the box. */
    private static final double REACHES_IN = 0.35;
    /** Least height of a stroke on an upright line and its least distance from the lines above and below, in heights of the box. */
    private static final double LONG = 0.5;
    private static final double CLEAR = 0.04;
    /** Its least width, in pens. */
    private static final double AS_WIDE = 0.7;

    private final Ink ink;
    private final Lines lines;
    private final Blobs blobs;
    private final double scale;
    private final double pen;
    private final List<List<Blob>> whole = new ArrayList<>();
    private final List<List<Blob>> shared = new ArrayList<>();
    /** The ink of each box, null where nothing is written in it. */
    private final Shape[] shapes;

    Occupants(Ink ink, Lines lines, double scale, double pen) {
        this.ink = ink;
        this.lines = lines;
        this.scale = scale;
        this.pen = pen;
        blobs = Blobs.of(ink);
        for (int i = 0; i < lines.boxes(); i++) {
            whole.add(new ArrayList<>());
            shared.add(new ArrayList<>());
        }
        blobs.list().stream().filter(this::isWriting).forEach(this::assign);
        shapes = IntStream.range(0, lines.boxes()).mapToObj(this::collect).toArray(Shape[]::new);
    }

    private boolean isWriting(Blob blob) {
        if (blob.longSide() < SPECK_MM * scale || isLineRest(blob)) {
            return false;
        }
        double beside = BESIDE_MM * scale;
        boolean centred = blob.centreY() > lines.top() - beside && blob.centreY() < lines.bottom() + beside
            && blob.centreX() > lines.left() - beside && blob.centreX() < lines.right() + beside;
        return centred || inside(blob) >= INSIDE;
    }

    private boolean isLineRest(Blob blob) {
        double band = (blob.longSide() < REST_MM * scale ? NEAR_LINE_MM : ON_LINE_MM) * scale;
        boolean across = within(blob.y(), blob.bottom(), lines.top(), band) || within(blob.y(), blob.bottom(), lines.bottom(), band);
        return across || !isStroke(blob) && Arrays.stream(lines.verticals()).anyMatch(x -> within(blob.x(), blob.right(), x, band));
    }

    /** A one that is written on an upright line: as wide as the pen, and it begins and ends inside the box as the line does not. */
    private boolean isStroke(Blob blob) {
        double height = lines.bottom() - lines.top();
        double clear = CLEAR * height;
        return blob.height() >= LONG * height && blob.area() >= AS_WIDE * pen * blob.height()
            && blob.y() > lines.top() + clear && blob.bottom() < lines.bottom() - clear;
    }

    private static boolean within(double from, double to, double line, double band) {
        return from > line - band && to < line + band;
    }

    /** Returns the share of a piece that lies inside the comb. */
    private double inside(Blob blob) {
        Shape part = part(blob, (int) lines.left(), (int) lines.top(), (int) lines.right() + 1, (int) lines.bottom() + 1);
        return part == null ? 0 : (double) part.area() / blob.area();
    }

    private Shape part(Blob blob, int left, int top, int right, int bottom) {
        return Shape.collect(Math.max(blob.x(), left), Math.max(blob.y(), top), Math.min(blob.right(), right),
            Math.min(blob.bottom(), bottom), blobs.width(), i -> blobs.labels()[i] == blob.label() ? 1 : 0);
    }

    private void assign(Blob blob) {
        Shape[] parts = new Shape[lines.boxes()];
        int first = 0;
        for (int box = 0; box < parts.length; box++) {
            parts[box] = part(blob, from(box), blob.y(), from(box + 1), blob.bottom());
            first = area(parts[box]) > area(parts[first]) ? box : first;
        }
        boolean wide = blob.width() > WIDE * lines.pitch();
        int own = first;
        boolean several = wide && Arrays.stream(parts).filter(part -> part != parts[own] && isTwo(part, blob)).findAny().isPresent();
        for (int box = 0; box < parts.length; box++) {
            if (several && (box == first || isTwo(parts[box], blob))) {
                shared.get(box).add(blob);
            } else if (box == first) {
                whole.get(box).add(blob);
            }
        }
    }

    private static int area(Shape shape) {
        return shape == null ? 0 : shape.area();
    }

    private boolean isTwo(Shape part, Blob blob) {
        return area(part) >= SHARED * blob.area() && part.height() >= TALL * (lines.bottom() - lines.top());
    }

    /** Returns the first column of a box; what lies beyond the outer lines belongs to the outer boxes. */
    private int from(int box) {
        return box == 0 ? 0 : box == lines.boxes() ? blobs.width() : (int) Math.ceil(lines.verticals()[box]);
    }

    /** Returns the ink of a box, or null where nothing is written in it. */
    Shape shape(int box) {
        return shapes[box];
    }

    private Shape collect(int box) {
        List<Blob> pieces = pieces(box);
        boolean[] own = new boolean[blobs.list().size() + 1];
        boolean[] partly = new boolean[blobs.list().size() + 1];
        for (Blob piece : pieces) {
            own[piece.label()] = true;
            partly[piece.label()] = shared.get(box).contains(piece);
        }
        int stride = blobs.width();
        int[] labels = blobs.labels();
        int from = from(box);
        int to = from(box + 1);
        int left = pieces.stream().mapToInt(Blob::x).min().orElse(0);
        int top = pieces.stream().mapToInt(Blob::y).min().orElse(0);
        int right = pieces.stream().mapToInt(Blob::right).max().orElse(0);
        int bottom = pieces.stream().mapToInt(Blob::bottom).max().orElse(0);
        Shape shape = Shape.collect(left, top, right, bottom, stride,
            i -> own[labels[i]] && (!partly[labels[i]] || i % stride >= from && i % stride < to) ? 1 : 0);
        return shape == null || Math.max(shape.width(), shape.height()) < BLANK_MM * scale ? null : shape;
    }

    /** Returns the connected pieces that make up what is written in a box, left to right. */
    private List<Blob> pieces(int box) {
        List<Blob> pieces = new ArrayList<>(whole.get(box));
        pieces.addAll(shared.get(box));
        Blob main = pieces.stream().max(Comparator.comparingInt(Blob::area)).orElse(null);
        pieces.removeIf(piece -> !belongs(main, piece));
        pieces.sort(Comparator.comparingDouble(Blob::centreX));
        return pieces;
    }

    private boolean belongs(Blob main, Blob piece) {
        if (piece.area() >= 0.12 * main.area()) {
            return true;
        }
        double gap = 0.4 * scale;
        return piece.x() < main.right() + gap && piece.right() > main.x() - gap && piece.y() < main.bottom() + gap
            && piece.bottom() > main.y() - gap && piece.area() >= 0.03 * main.area();
    }

    /** Returns the codes of what the writer did to what stands in the boxes; one that may hold two characters is passed over. */
    Stream<String> alterations() {
        List<TwoInOne.Pair> pairs = pairs();
        Stream<String> across = new LineAcross(ink, lines, scale).any(shapes) ? Stream.of(Alteration.STRUCK_OUT) : Stream.empty();
        return Stream.concat(across, IntStream.range(0, lines.boxes())
            .filter(box -> pairs.stream().noneMatch(pair -> pair.box() == box || pair.box() + 1 == box))
            .mapToObj(this::alteration).flatMap(Optional::stream));
    }

    /** Returns all pieces of ink, those among them that are no writing. */
    Blobs all() {
        return blobs;
    }

    /** Returns which pixels are of what is written in any box. */
    byte[] written() {
        return blobs.ink(blobs.list().stream().filter(this::isWriting).toList());
    }

    /** Returns whether nothing is written in any box. */
    boolean areNone() {
        return Arrays.stream(shapes).allMatch(Objects::isNull);
    }

    /** Returns, row by row, 1 where ink is part of a glyph. */
    byte[] inGlyphs() {
        byte[] written = new byte[ink.mask().length];
        Arrays.stream(shapes).filter(Objects::nonNull).forEach(shape -> shape.mark(written, ink.width()));
        return written;
    }

    /** Returns how dark the ink of each box is in which something is written. */
    DoubleStream depths() {
        return Arrays.stream(shapes).filter(Objects::nonNull).mapToDouble(ink::level);
    }

    /** Returns why the ink may be less, or more, than what was written. */
    Stream<InkReason> doubts() {
        boolean lost = blobs.list().stream().filter(blob -> !isWriting(blob) && !isLineRest(blob)).anyMatch(this::reachesIn);
        return Stream.concat(lost ? Stream.of(InkReason.INK_CUT_OFF) : Stream.empty(),
            new DoubtfulBars(shapes, lines, scale).any() ? Stream.of(InkReason.INK_UNEXPLAINED) : Stream.empty());
    }

    /** Returns whether a good part of a piece that belongs to no box lies in one. */
    private boolean reachesIn(Blob blob) {
        int clear = (int) (BESIDE_MM * scale);
        Shape part = part(blob, (int) lines.left() + clear, (int) lines.top() + clear, (int) lines.right() - clear,
            (int) lines.bottom() - clear);
        return part != null && Math.max(part.width(), part.height()) > REACHES_IN * (lines.bottom() - lines.top());
    }

    /**
     * Returns whether somebody plainly wrote without regard to the boxes: one holds three characters side by side, or two of them hold two
     * each.
     */
    boolean ignoreBoxes() {
        int[] crowds = IntStream.range(0, lines.boxes()).map(this::characters).filter(count -> count > 1).toArray();
        return crowds.length > 1 || crowds.length == 1 && crowds[0] > 2;
    }

    /** Returns how many tall pieces stand side by side in a box, none over another. */
    private int characters(int box) {
        double height = CHARACTER * (lines.bottom() - lines.top());
        int count = 0;
        double end = Double.NEGATIVE_INFINITY;
        List<Blob> tall = pieces(box).stream().filter(piece -> piece.height() >= height).sorted(Comparator.comparingInt(Blob::x)).toList();
        for (Blob piece : tall) {
            count += piece.x() > end ? 1 : 0;
            end = Math.max(end, piece.right());
        }
        return count;
    }

    private Optional<String> alteration(int box) {
        Shape shape = shape(box);
        if (shape == null) {
            return Optional.empty();
        }
        if (isCutOff(shape)) {
            return Optional.of(CUT_OFF);
        }
        long tall = pieces(box).stream().filter(piece -> piece.height() >= TALL * shape.height()).count();
        return Alteration.of(shape, (int) tall, pen);
    }

    /** Returns whether ink reaches the edge of the patch, and it fills less than half of the height of the boxes. */
    private boolean isCutOff(Shape shape) {
        double inside = Math.min(shape.bottom(), lines.bottom()) - Math.max(shape.y(), lines.top());
        return (shape.y() <= 2 || shape.bottom() >= ink.height() - 2) && inside < (lines.bottom() - lines.top()) / 2;
    }

    /** Returns ways to read two boxes of which one is empty, none overlapping another. */
    List<TwoInOne.Pair> pairs() {
        List<TwoInOne.Pair> pairs = new ArrayList<>();
        TwoInOne two = new TwoInOne(ink, blobs, lines, pen);
        for (int box = 0; box + 1 < lines.boxes(); box++) {
            boolean leftEmpty = shape(box) == null;
            boolean rightEmpty = shape(box + 1) == null;
            if (leftEmpty == rightEmpty || !shared.get(leftEmpty ? box + 1 : box).isEmpty()) {
                continue;
            }
            List<TwoInOne.Pair> found = two.split(box, pieces(leftEmpty ? box + 1 : box), leftEmpty);
            pairs.addAll(found);
            box += found.isEmpty() ? 0 : 1;
        }
        return pairs;
    }
}
