package io.penstock.segment.comb;

import io.penstock.schema.Glyph;
import io.penstock.schema.UnexplainedInk;
import io.penstock.segment.form.Comb;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.glyph.Cut;
import io.penstock.segment.glyph.GlyphNormalizer;
import io.penstock.segment.glyph.LineWay;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.ink.FaintInk;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.InkReason;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts combs into one glyph a box: finds the printed lattice, drops it out, gives each piece of ink to the box that holds most of it. What
 * is plainly written without regard to the boxes is taken for a line.
 */
public final class CombCutter {

    /** Code of a comb whose printed boxes were not found where the form has them. */
    public static final String COMB_NOT_FOUND = "COMB_NOT_FOUND";
    /** Code of several combs that are filled together by somebody who did not keep to the boxes of one of them. */
    static final String ACROSS_BOXES = "ACROSS_BOXES";
    private static final double MIN_SUPPORT = 0.45;

    private CombCutter() {
    }

    /** Cuts the combs of one field, read one after the other; {@code way} takes them for a line. */
    public static Cut cut(PageImage page, Homography transform, List<Comb> combs, double tolerance, LineWay way) {
        try (MatScope mats = new MatScope()) {
            return cut(combs.stream().map(comb -> EmptiedComb.of(mats, page, transform, comb, tolerance)).toList(), way);
        }
    }

    private static Cut cut(List<EmptiedComb> combs, LineWay way) {
        List<String> reasons = new ArrayList<>();
        if (combs.stream().anyMatch(comb -> comb.lines().support() < MIN_SUPPORT)) {
            reasons.add(COMB_NOT_FOUND);
        }
        List<EmptiedComb> written = combs.stream().filter(comb -> !comb.occupants().areNone()).toList();
        boolean across = written.stream().anyMatch(comb -> comb.occupants().ignoreBoxes());
        if (across && written.size() == 1) {
            EmptiedComb comb = written.get(0);
            return way.cut(comb.patch(), comb.ink(), comb.before(), comb.lines(), comb.paper(), reasons);
        }
        List<Glyph> glyphs = new ArrayList<>();
        int nodes = 1;
        for (EmptiedComb comb : combs) {
            nodes = chain(comb.patch(), comb.ink(), comb.lines(), comb.occupants(), nodes, glyphs);
            Stream<InkReason> doubts = Stream.concat(comb.occupants().doubts(), comb.doubts());
            Stream.concat(comb.occupants().alterations(), doubts.map(InkReason::name)).forEach(reasons::add);
        }
        if (across) {
            reasons.add(ACROSS_BOXES);
        }
        double[] depths = combs.stream().flatMapToDouble(comb -> comb.occupants().depths()).toArray();
        FaintInk.Found faint = combs.stream().map(EmptiedComb::faint).max(Comparator.naturalOrder()).orElse(FaintInk.Found.NOTHING);
        if (FaintInk.isDoubtful(depths, faint)) {
            reasons.add(InkReason.FAINT_INK.name());
        }
        List<UnexplainedInk> unexplained = combs.stream().flatMap(comb -> comb.unexplained().stream()).toList();
        return new Cut(nodes, glyphs, CombPicture.of(combs, way), unexplained, reasons.stream().distinct().toList());
    }

    /** Adds an edge for each box, and others where two boxes may be read in another way; returns the number of nodes after that. */
    @SuppressWarnings("IncrementInForLoopAndHeader") // a pair takes two boxes
    private static int chain(Patch patch, Ink ink, Lines lines, Occupants occupants, int nodes, List<Glyph> glyphs) {
        List<TwoInOne.Pair> pairs = occupants.pairs();
        int next = nodes;
        for (int box = 0; box < lines.boxes(); box++) {
            int from = next - 1;
            int here = box;
            List<TwoInOne.Pair> others = pairs.stream().filter(pair -> pair.box() == here).toList();
            if (others.isEmpty()) {
                glyphs.add(glyph(patch, ink, lines, box, occupants.shape(box), from, from + 1, 1));
                next++;
                continue;
            }
            int to = from + 2 + others.size();
            double sure = 1 - others.stream().mapToDouble(TwoInOne.Pair::prior).sum();
            glyphs.add(glyph(patch, ink, lines, box, occupants.shape(box), from, from + 1, 1));
            for (int i = 0; i < others.size(); i++) {
                glyphs.add(glyph(patch, ink, lines, box, others.get(i).left(), from, from + 2 + i, 1));
            }
            glyphs.add(glyph(patch, ink, lines, box + 1, occupants.shape(box + 1), from + 1, to, sure));
            for (int i = 0; i < others.size(); i++) {
                glyphs.add(glyph(patch, ink, lines, box + 1, others.get(i).right(), from + 2 + i, to, others.get(i).prior()));
            }
            next = to + 1;
            box++;
        }
        return next;
    }

    private static Glyph glyph(Patch patch, Ink ink, Lines lines, int box, Shape shape, int from, int to, double prior) {
        return shape == null
            ? new Glyph(from, to, patch.onPage(lines.verticals()[box], lines.top(), lines.verticals()[box + 1], lines.bottom()), true,
                prior, ByteBuffer.allocate(0))
            : new Glyph(from, to, patch.onPage(shape.x(), shape.y(), shape.right(), shape.bottom()), false, prior,
                ByteBuffer.wrap(GlyphNormalizer.normalize(ink, shape)));
    }
}
