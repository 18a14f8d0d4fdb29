package io.penstock.sink.decode.lattice;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The small pieces of ink beside the digits of a free line: points, commas, dashes, dust. What they are told by is size and place alone.
 */
public final class Marks {

    /** Least prior of a piece that is whole: what was cut or joined has less. */
    private static final double WHOLE = 0.98;
    /** Greatest sides of a mark between digits, and of a point, in heights of a digit. */
    private static final double HIGHEST = 0.65;
    private static final double WIDEST = 0.6;
    private static final double POINT = 0.35;
    /** Sides of a point, in heights of a digit: what is thinner than the first is none, what is smaller than the others may be dust. */
    private static final double SLIVER = 0.06;
    private static final double THINNEST = 0.07;
    private static final double LEAST = 0.1;
    /** How high the middle of a mark stands that lies over or under a digit: higher, it is a stroke of that digit. */
    private static final double LOW = 0.55;
    private static final double BESIDE = 0.5;
    /** A digit whose foot is so much higher than that before it, or half as much and itself so much smaller, is written as cents are. */
    private static final double SMALLER = 0.72;
    private static final double RAISED = 0.36;
    /** How much wider than the others a gap is that parts the digits, in heights of a digit. */
    private static final double GAP = 0.5;
    /** A one: how well it has the size and place of a digit, and how wide for its height it is at most; a slash is wider. */
    private static final double FITS = 0.5;
    private static final double UPRIGHT = 0.3;
    /** Greatest gap in pixels between pieces that were cut from each other. */
    private static final int TOUCHING = 1;

    /** The smallest pieces of the lattice. */
    private final List<Box> pieces;
    /** Those of them that are ink by itself, and too small for a digit. */
    private final List<Box> small;
    /** The others: a digit or a part of one. */
    private final List<Box> large;
    private final LineMeasure line;

    private Marks(List<ClassifiedGlyph> pieces, LineMeasure line) {
        this.line = line;
        this.pieces = pieces.stream().map(ClassifiedGlyph::getBox).toList();
        small = pieces.stream().filter(glyph -> glyph.getPrior() >= WHOLE).map(ClassifiedGlyph::getBox).filter(this::isMark).toList();
        large = this.pieces.stream().filter(piece -> line.shape(piece).height() >= HIGHEST).toList();
    }

    /** What stands between two digits. */
    public enum Between {
        /** Nothing. */
        NOTHING,
        /** Something small that may belong to a digit. */
        POSSIBLE,
        /** A mark. */
        CLEAR
    }

    /** What stands behind the last digit. */
    public enum Behind {
        /** Nothing. */
        NOTHING,
        /** A point or a dash alone: dust, or a line that fills the rest of the field. */
        WEAK,
        /** A sign that there are no cents: a point or a slash and a dash, two dashes one above the other. */
        SIGN
    }

    /** Returns the marks of a field, on the line that {@code digits} stand on. */
    public static Marks of(ClassifiedField field, List<Box> digits) {
        return new Marks(field.getGlyphs().stream().filter(glyph -> glyph.getTo() == glyph.getFrom() + 1).toList(), LineMeasure.of(digits));
    }

    /** Returns what stands between a digit and the next one. */
    public Between between(Box left, Box right) {
        double from = centre(left);
        double to = centre(right);
        Between found = Between.NOTHING;
        for (Box piece : small) {
            if (centre(piece) > from && centre(piece) < to) {
                boolean within = large.stream().anyMatch(digit -> overlap(piece, digit) > BESIDE);
                boolean clear = isLow(piece) && !within && isPen(piece) && !isDash(piece);
                boolean possible = isLow(piece) || !within && !isDash(piece);
                found = clear ? Between.CLEAR : possible && found == Between.NOTHING ? Between.POSSIBLE : found;
            }
        }
        return found;
    }

    /** Returns what stands behind the last digit. */
    public Behind behind(Box last) {
        List<Box> after = after(last);
        boolean point = after.stream().anyMatch(this::isPoint);
        boolean dash = after.stream().anyMatch(this::isDash);
        boolean tall = after.stream().anyMatch(piece -> !isDash(piece) && !isPoint(piece));
        boolean stacked = after.stream().anyMatch(upper -> after.stream().anyMatch(lower -> upper != lower && isDash(upper)
            && isDash(lower) && overlap(upper, lower) > BESIDE));
        if (tall || point && dash || stacked) {
            return Behind.SIGN;
        }
        return after.isEmpty() ? Behind.NOTHING : Behind.WEAK;
    }

    /** Returns whether an upright stroke as high as a digit stands next behind what was taken for the last one: it may be a one. */
    public boolean mayLackOne(Box last) {
        Optional<Box> next = after(last).stream().findFirst();
        return next.map(line::shape).filter(shape -> shape.fit() > FITS && shape.width() < UPRIGHT * shape.height()).isPresent();
    }

    private List<Box> after(Box last) {
        double end = large.stream().filter(digit -> centre(digit) > last.getX() && centre(digit) < right(last))
            .mapToDouble(Marks::right).max().orElse(right(last));
        return joined(pieces.stream().filter(piece -> centre(piece) > end).toList());
    }

    /** Returns pieces with those that were cut from each other put together again. */
    private static List<Box> joined(List<Box> pieces) {
        List<Box> joined = new ArrayList<>();
        for (Box piece : pieces) {
            Box last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && touch(last, piece)) {
                joined.remove(last);
                int x = Math.min(last.getX(), piece.getX());
                int y = Math.min(last.getY(), piece.getY());
                joined.add(new Box(x, y, (int) Math.max(right(last), right(piece)) - x, Math.max(bottom(last), bottom(piece)) - y));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private static boolean touch(Box left, Box right) {
        return right.getX() - right(left) <= TOUCHING && left.getY() <= bottom(right) && right.getY() <= bottom(left);
    }

    /** Returns whether the last digits stand apart as cents do: smaller, higher, or behind a wide gap. */
    public boolean isApart(List<Box> digits, int last) {
        List<Box> cents = digits.subList(digits.size() - last, digits.size());
        List<Box> whole = digits.subList(0, digits.size() - last);
        Box before = whole.get(whole.size() - 1);
        boolean raised = cents.stream().allMatch(box -> isRaised(box, before));
        double widest = IntStream.range(1, digits.size()).filter(i -> i != whole.size())
            .mapToDouble(i -> digits.get(i).getX() - right(digits.get(i - 1))).max().orElse(Double.MAX_VALUE);
        double gap = cents.get(0).getX() - right(before);
        return raised || gap > Math.max(0, widest) + GAP * line.height();
    }

    private boolean isRaised(Box box, Box before) {
        double higher = line.shape(before).foot() - line.shape(box).foot();
        return higher > RAISED || higher > RAISED / 2 && box.getHeight() < SMALLER * before.getHeight();
    }

    private boolean isMark(Box box) {
        LineShape shape = line.shape(box);
        return shape.height() < HIGHEST && shape.width() < WIDEST && Math.min(shape.width(), shape.height()) >= SLIVER;
    }

    private boolean isPoint(Box box) {
        LineShape shape = line.shape(box);
        return shape.width() < POINT && shape.height() < HIGHEST && (shape.height() < POINT || shape.top() < LOW);
    }

    private boolean isDash(Box box) {
        LineShape shape = line.shape(box);
        return shape.width() >= POINT && shape.height() < POINT;
    }

    /** Returns whether it is large enough for the point of a pen. */
    private boolean isPen(Box box) {
        LineShape shape = line.shape(box);
        return Math.min(shape.width(), shape.height()) >= THINNEST && Math.max(shape.width(), shape.height()) >= LEAST;
    }

    private boolean isLow(Box box) {
        LineShape shape = line.shape(box);
        return (shape.top() - shape.foot()) / 2 < LOW;
    }

    /** Returns the share of a box's width that lies over another. */
    private static double overlap(Box box, Box other) {
        double common = Math.min(right(box), right(other)) - Math.max(box.getX(), other.getX());
        return Math.max(0, common) / Math.max(1, box.getWidth());
    }

    private static double centre(Box box) {
        return box.getX() + box.getWidth() / 2.0;
    }

    private static int bottom(Box box) {
        return box.getY() + box.getHeight();
    }

    private static double right(Box box) {
        return box.getX() + box.getWidth();
    }
}
