package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.digit.InvalidGlyphException;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Glyph;
import io.penstock.schema.LinePicture;
import io.penstock.schema.LineReading;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Turns a segmented page into a classified one: all glyphs with ink on it are one batch, and all its free lines. Blank glyphs are passed on
 * unread.
 */
public final class PageClassifier {

    private final DigitClassifier classifier;

    /** Asks {@code classifier}, which stays the caller's. */
    public PageClassifier(DigitClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Classifies a page.
     *
     * @throws InvalidGlyphException where a glyph that is not blank, or a line, has a wrong number of pixels
     */
    public ClassifiedPage classify(SegmentedPage page) {
        List<byte[]> inked = page.getFields().stream().flatMap(field -> field.getGlyphs().stream())
            .filter(glyph -> !glyph.getBlank()).map(glyph -> bytes(glyph.getPixels())).toList();
        float[][] distributions = inked.isEmpty() ? new float[0][] : classifier.classify(inked);
        Iterator<float[]> next = Arrays.asList(distributions).iterator();
        List<byte[]> pictures = page.getFields().stream().map(SegmentedField::getLine).filter(Objects::nonNull)
            .map(line -> bytes(line.getPixels())).toList();
        Iterator<float[]> readings = Arrays.asList(pictures.isEmpty() ? new float[0][] : classifier.read(pictures)).iterator();
        List<ClassifiedField> fields = page.getFields().stream().map(field -> classified(field, next, readings)).toList();
        return new ClassifiedPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount(), page.getMatch(),
            page.getReasons(), page.getSnippet(), fields, page.getRelations(), classifier.version(), page.getFurther(), page.getBeside());
    }

    private static ClassifiedField classified(SegmentedField field, Iterator<float[]> next, Iterator<float[]> readings) {
        List<ClassifiedGlyph> glyphs = field.getGlyphs().stream().map(glyph -> classified(glyph, next)).toList();
        return new ClassifiedField(field.getName(), field.getRules(), field.getBox(), field.getSnippet(), field.getNodes(), glyphs,
            field.getLine() == null ? null : reading(field.getLine(), readings.next()), field.getReasons(), field.getCopy(),
            field.getUnexplained());
    }

    private static LineReading reading(LinePicture line, float[] frames) {
        int networks = frames.length / (DigitClassifier.FRAMES * DigitClassifier.FRAME_CLASSES);
        return networks == 0 ? null : new LineReading(line.getBox(), line.getColumns(), boxed(frames), networks);
    }

    private static ClassifiedGlyph classified(Glyph glyph, Iterator<float[]> next) {
        List<Float> distribution = glyph.getBlank() ? List.of() : boxed(next.next());
        return new ClassifiedGlyph(glyph.getFrom(), glyph.getTo(), glyph.getBox(), glyph.getBlank(), glyph.getPrior(), distribution);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static List<Float> boxed(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
