package io.penstock.segment.comb;

import io.penstock.schema.Glyph;
import io.penstock.segment.form.Comb;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.glyph.Cut;
import io.penstock.segment.glyph.GlyphNormalizer;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.ink.FaintInk;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.InkReason;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.PenWidth;
import io.penstock.segment.ink.Shape;
import io.penstock.segment.ink.Zone;
import io.penstock.segment.line.FreeCutter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts combs into one glyph a box: finds the printed lattice, drops it out, gives each piece of ink to the box that holds most of it. What is
 * plainly written without regard to the boxes is cut as a free line.
 */
public final class CombCutter {

    /** Code of a comb whose printed boxes were not found where the form has them. */
    public static final String COMB_NOT_FOUND = "COMB_NOT_FOUND";
    private static final double MARGIN_MM = 2.5;
    private static final double MIN_SUPPORT = 0.45;

    private CombCutter() {
    }

    /** Cuts the combs of one field, read one after the other. */
    public static Cut cut(PageImage page, Homography transform, List<Comb> combs, double tolerance) {
        List<Glyph> glyphs = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        DoubleStream.Builder depths = DoubleStream.builder();
        FaintInk.Found faint = FaintInk.Found.NOTHING;
        int nodes = 1;
        for (Comb comb : combs) {
            try (MatScope mats = new MatScope()) {
                Patch patch = Patch.cut(mats, page, transform, comb.area().grow(MARGIN_MM + tolerance));
                Ink ink = Ink.of(patch);
                Lines lines = new CombLocator(ink, patch).locate(comb, tolerance);
                if (lines.support() < MIN_SUPPORT && reasons.isEmpty()) {
                    reasons.add(COMB_NOT_FOUND);
                }
                double pen = PenWidth.in(ink, lines, patch.scale());
                byte[] before = ink.mask().clone();
                dropOut(patch, ink, lines, pen);
                FaintInk.Found found = FaintInk.add(patch, ink, before, boxes(patch, lines));
                faint = found.compareTo(faint) > 0 ? found : faint;
                Occupants occupants = new Occupants(ink, lines, patch.scale(), pen);
                if (combs.size() == 1 && occupants.ignoreBoxes()) {
                    return FreeCutter.cutAcross(patch, ink, before, lines, reasons);
                }
                nodes = chain(patch, ink, lines, occupants, nodes, glyphs);
                Stream.concat(occupants.alterations(), occupants.doubts().map(InkReason::name))
                    .filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
                occupants.depths().forEach(depths::add);
            }
        }
        if (FaintInk.isDoubtful(depths.build().toArray(), faint)) {
            reasons.add(InkReason.FAINT_INK.name());
        }
        return new Cut(nodes, glyphs, Optional.empty(), reasons);
    }

    private static List<Zone> boxes(Patch patch, Lines lines) {
        return IntStream.range(0, lines.boxes()).mapToObj(box -> FaintInk.clear(patch.scale(),
            new Zone(lines.verticals()[box], lines.top(), lines.verticals()[box + 1], lines.bottom(), 0))).toList();
    }

    private static void dropOut(Patch patch, Ink ink, Lines lines, double pen) {
        CombDropout dropout = new CombDropout(ink, patch.scale(), pen);
        double beyond = patch.scale();
        double left = lines.left() - beyond;
        double right = lines.right() + beyond;
        dropout.horizontal(lines.top(), left, right, lines.topThickness(), lines.pitch(), lines.verticals());
        dropout.horizontal(lines.bottom(), left, right, lines.bottomThickness(), lines.pitch(), lines.verticals());
        for (int i = 0; i < lines.verticals().length; i++) {
            dropout.vertical(lines.verticals()[i], lines.top() - beyond, lines.bottom() + beyond, lines.thickness()[i],
                lines.bottom() - lines.top());
        }
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
