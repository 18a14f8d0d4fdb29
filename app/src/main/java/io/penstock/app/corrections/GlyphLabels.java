package io.penstock.app.corrections;

import io.penstock.schema.Digit;
import io.penstock.schema.Glyph;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.synth.digit.DigitSet;
import java.util.ArrayList;
import java.util.List;

/** Glyphs of numbers that a person has read, each with its digit: where the person saw as many digits as were cut. */
final class GlyphLabels {

    private final Labels labels;
    private final List<byte[]> images = new ArrayList<>();
    private final List<Byte> digits = new ArrayList<>();

    /** Takes the places of the machine's digits from what is known of the numbers. */
    GlyphLabels(Labels labels) {
        this.labels = labels;
    }

    /** Adds the glyphs of a number that are on its page. */
    void add(RecognizedNumber number, SegmentedPage page) {
        List<Digit> places = labels.machine(number.getReview());
        String read = number.getText();
        if (read.isEmpty() || places.size() != read.length()) {
            return;
        }
        String name = number.getField();
        page.getFields().stream().filter(field -> field.getCopy() == number.getCopy())
            .filter(field -> field.getName().equals(name) || field.getName().equals(name + "#" + number.getCopy())).findFirst()
            .ifPresent(field -> add(field, places, read));
    }

    private void add(SegmentedField field, List<Digit> places, String read) {
        for (int i = 0; i < places.size(); i++) {
            for (Glyph glyph : field.getGlyphs()) {
                if (!glyph.getBlank() && glyph.getBox().equals(places.get(i).getBox())
                    && glyph.getPixels().remaining() == DigitSet.PIXELS) {
                    byte[] pixels = new byte[DigitSet.PIXELS];
                    glyph.getPixels().duplicate().get(pixels);
                    images.add(pixels);
                    digits.add((byte) (read.charAt(i) - '0'));
                    break;
                }
            }
        }
    }

    /** Returns them. */
    DigitSet digits() {
        byte[] classes = new byte[digits.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = digits.get(i);
        }
        return new DigitSet(images.toArray(byte[][]::new), classes);
    }
}
