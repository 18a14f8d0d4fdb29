package io.penstock.sink.decode;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.ClassifiedPage;
import io.penstock.sink.decode.relation.RelationSolver;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the distributions on the glyphs of a page into its numbers: for each field the most probable valid string, with its posterior.
 *
 * <p>Fields that are tied by sums are decoded together. Thread-safe.
 */
public final class NumberDecoder {

    private final DecoderSettings settings;
    private final FieldReader reader;
    private final RelationSolver solver;

    /** Makes a decoder. */
    public NumberDecoder(DecoderSettings settings) {
        this.settings = settings;
        reader = new FieldReader(settings);
        solver = new RelationSolver(settings.relationPrior());
    }

    /**
     * Decodes every field of a page.
     *
     * @return one entry for each field of the page, in its order; the reasons of the page stand in each of them
     * @throws IllegalArgumentException where the page is not what its schema promises, or a rule cannot be understood
     */
    public List<DecodedField> decode(ClassifiedPage page) {
        Map<String, FieldPosterior> alone = new HashMap<>();
        for (ClassifiedField field : page.getFields()) {
            alone.put(field.getName(), isBlank(field) ? blank(field) : reader.read(field));
        }
        Map<String, FieldPosterior> joint = solver.solve(alone, page.getRelations());
        Set<String> broken = new HashSet<>(RelationSolver.broken(joint, page.getRelations()));
        List<DecodedField> decoded = new ArrayList<>();
        for (ClassifiedField field : page.getFields()) {
            String name = field.getName();
            Verdict verdict = new Verdict(field, alone.get(name), joint.get(name), broken.contains(name), settings);
            decoded.add(verdict.decide(isBlank(field), page.getReasons()));
        }
        return decoded;
    }

    private static boolean isBlank(ClassifiedField field) {
        return field.getNodes() <= 1 || !field.getGlyphs().isEmpty() && field.getGlyphs().stream().allMatch(ClassifiedGlyph::getBlank);
    }

    /** Of an empty field there is one hypothesis; nobody measured how sure it is. */
    private static FieldPosterior blank(ClassifiedField field) {
        Spelling nothing = new Spelling("_".repeat(Math.max(0, field.getNodes() - 1)), List.of(), 0, 1, 1, false, null);
        return new FieldPosterior(nothing, List.of(new Hypothesis(nothing, "", null, null, 1)));
    }
}
