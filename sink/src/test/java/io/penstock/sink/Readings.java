package io.penstock.sink;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.FormMatch;
import io.penstock.schema.Relation;
import io.penstock.schema.Submission;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Hand-made classified pages. */
public final class Readings {

    private static final int REJECT = 10;

    private Readings() {
    }

    public static FieldRules.Builder rules(FieldKind kind) {
        return FieldRules.newBuilder().setKind(kind);
    }

    /**
     * Returns a comb whose boxes are written as letters: a digit or X that is clear, _ for an empty box; {@code 4:0.7/9:0.3} says what a
     * box may be. Boxes are separated by blanks.
     */
    public static ClassifiedField comb(String name, FieldRules rules, String boxes) {
        List<ClassifiedGlyph> glyphs = new ArrayList<>();
        for (String box : boxes.split(" ")) {
            glyphs.add(glyph(glyphs.size(), glyphs.size() + 1, box, 1, tall(glyphs.size())));
        }
        return field(name, rules, glyphs.size() + 1, glyphs);
    }

    public static ClassifiedField field(String name, FieldRules rules, int nodes, List<ClassifiedGlyph> glyphs) {
        return ClassifiedField.newBuilder().setName(name).setRules(rules).setBox(new Box(0, 0, 100, 30))
            .setSnippet(ByteBuffer.wrap(new byte[] {1, 2, 3})).setNodes(nodes).setGlyphs(glyphs).build();
    }

    public static Box tall(int place) {
        return new Box(20 * place, 10, 14, 20);
    }

    public static Box comma(int place) {
        return new Box(20 * place, 28, 4, 6);
    }

    public static ClassifiedGlyph glyph(int from, int to, String what, double prior, Box box) {
        ClassifiedGlyph.Builder glyph = ClassifiedGlyph.newBuilder().setFrom(from).setTo(to).setPrior(prior).setBox(box);
        if (what.equals("_")) {
            return glyph.setBlank(true).setDistribution(List.of()).build();
        }
        return glyph.setBlank(false).setDistribution(distribution(what)).build();
    }

    /** Everything that is not said is shared evenly; a single letter has 0.999. */
    public static List<Float> distribution(String what) {
        String[] parts = (what.contains(":") ? what : what + ":0.999").split("/");
        List<Float> distribution = new ArrayList<>(Collections.nCopies(11, -1f));
        float rest = 1;
        for (String part : parts) {
            String[] pair = part.split(":");
            float p = Float.parseFloat(pair[1]);
            distribution.set(pair[0].equals("X") ? REJECT : Integer.parseInt(pair[0]), p);
            rest -= p;
        }
        float each = Math.max(0, rest) / (11 - parts.length);
        distribution.replaceAll(p -> p < 0 ? each : p);
        return distribution;
    }

    public static Submission submission(long offset) {
        return new Submission("penstock.documents", 0, offset, Instant.ofEpochMilli(1000 + offset), "s" + offset);
    }

    public static ClassifiedPage.Builder page(String document, long offset, int number, int count, List<ClassifiedField> fields) {
        return ClassifiedPage.newBuilder().setDocument(document).setSubmission(submission(offset)).setNumber(number).setCount(count)
            .setMatch(new FormMatch("test-form", "1", 0.1, 1.0, List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)))
            .setFields(fields).setModel("test-model");
    }

    public static ClassifiedPage page(List<ClassifiedField> fields, Relation... relations) {
        return page("doc", 0, 1, 1, fields).setRelations(List.of(relations)).build();
    }
}
