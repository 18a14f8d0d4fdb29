package io.penstock.sink.decode.lattice;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A field written without boxes: its edges weighed by what was read, by the cuts, and by size and place on the line of writing.
 *
 * <p>The line is first laid through the glyphs that look most like digits and then once more through those of the best path.
 */
public final class FreeLine {

    private static final double LIKELY = 0.5;

    private final ClassifiedField field;
    private final LineModel model;
    private final Succession succession;

    private FreeLine(ClassifiedField field, LineModel model) {
        this.field = field;
        this.model = model;
        succession = Succession.ofLine(model, field.getRules().getKind() == FieldKind.AMOUNT);
    }

    /** Returns whether a field was cut without printed boxes: then no edge is certain, and none is blank. */
    public static boolean is(ClassifiedField field) {
        return field.getGlyphs().stream().noneMatch(ClassifiedGlyph::getBlank)
            && field.getGlyphs().stream().anyMatch(glyph -> glyph.getPrior() < 1);
    }

    /** Returns a field's lattice with its edges weighed. */
    public static Lattice lattice(ClassifiedField field, LineModel model) {
        FreeLine line = new FreeLine(field, model);
        Lattice lattice = line.weighed(likelyDigits(field));
        List<Box> better = new ArrayList<>();
        lattice.visit(path -> {
            path.steps().stream().filter(Path.Step::isDigit).map(step -> step.edge().box()).forEach(better::add);
            return false;
        });
        return better.isEmpty() ? lattice : line.weighed(better);
    }

    /** Returns the boxes of glyphs that read well as digits, none over another; those of all glyphs where none does. */
    static List<Box> likelyDigits(ClassifiedField field) {
        List<Edge> order = field.getGlyphs().stream().map(Edge::of)
            .filter(edge -> likelihood(edge) > 0).sorted(Comparator.comparingDouble(FreeLine::likelihood).reversed()).toList();
        List<Edge> taken = new ArrayList<>();
        for (Edge edge : order) {
            if (taken.stream().noneMatch(edge::overlaps)) {
                taken.add(edge);
            }
        }
        List<Edge> known = taken.isEmpty() ? field.getGlyphs().stream().map(Edge::of).toList() : taken;
        return known.stream().map(Edge::box).toList();
    }

    private static double likelihood(Edge edge) {
        double best = 0;
        for (int digit = 0; digit < Edge.MARK; digit++) {
            best = Math.max(best, edge.probability(digit));
        }
        return best < LIKELY ? 0 : best * edge.glyph().getPrior() * Math.sqrt(edge.box().getHeight());
    }

    private Lattice weighed(List<Box> digits) {
        LineMeasure measure = LineMeasure.of(digits);
        List<Edge> edges = field.getGlyphs().stream().map(glyph -> weighed(glyph, measure.shape(glyph.getBox()))).toList();
        return new Lattice(field.getNodes(), edges, succession);
    }

    private Edge weighed(ClassifiedGlyph glyph, LineShape shape) {
        double[] weights = new double[Edge.SYMBOLS];
        Arrays.setAll(weights, symbol -> symbol == Edge.MARK || symbol == Edge.BLANK ? 0 : model.weight(glyph, shape, symbol));
        return new Edge(glyph, weights);
    }
}
