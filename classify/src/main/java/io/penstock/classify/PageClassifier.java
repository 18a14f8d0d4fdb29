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
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Turns a segmented page into a classified one: all glyphs with ink on it are one batch, all its free lines, and all lines of its combs, at
 * which a glance is enough. Blank glyphs are passed on unread.
 */
public final class PageClassifier {

    /** Probability from which the glyph of a box is read for sure. */
    private static final double CLEAR = 0.9995;

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
        List<List<ClassifiedGlyph>> glyphs = page.getFields().stream()
            .map(field -> field.getGlyphs().stream().map(glyph -> classified(glyph, next)).toList()).toList();
        List<SegmentedField> fields = page.getFields();
        List<Look> looks = IntStream.range(0, fields.size()).mapToObj(i -> look(fields.get(i), glyphs.get(i))).toList();
        Iterator<float[]> read = frames(fields, looks, Look.LONG, classifier::read);
        Iterator<float[]> glanced = frames(fields, looks, Look.GLANCE, classifier::glance);
        List<ClassifiedField> classified = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Look look = looks.get(i);
            LinePicture line = fields.get(i).getLine();
            classified.add(classified(fields.get(i), glyphs.get(i),
                look == Look.NONE ? null : reading(line, look == Look.LONG ? read.next() : glanced.next())));
        }
        return new ClassifiedPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount(), page.getMatch(),
            page.getReasons(), page.getSnippet(), classified, page.getRelations(), classifier.version(), page.getFurther(),
            page.getBeside());
    }

    /** How the line of a field is looked at. */
    private enum Look { NONE, GLANCE, LONG }

    /** Free lines are read in full; at combs a glance is enough, and none is needed where each of their boxes is sure by itself. */
    private static Look look(SegmentedField field, List<ClassifiedGlyph> glyphs) {
        if (field.getLine() == null) {
            return Look.NONE;
        }
        boolean sure = glyphs.stream().allMatch(glyph -> glyph.getPrior() >= 1);
        boolean boxed = sure || glyphs.stream().anyMatch(ClassifiedGlyph::getBlank);
        boolean clear = sure && glyphs.stream().filter(glyph -> !glyph.getBlank()).allMatch(PageClassifier::isClear);
        return !boxed ? Look.LONG : clear ? Look.NONE : Look.GLANCE;
    }

    private static boolean isClear(ClassifiedGlyph glyph) {
        return glyph.getDistribution().stream().anyMatch(probability -> probability >= CLEAR);
    }

    private static Iterator<float[]> frames(List<SegmentedField> fields, List<Look> looks, Look look,
                                            Function<List<byte[]>, float[][]> reader) {
        List<byte[]> pictures = IntStream.range(0, fields.size()).filter(i -> looks.get(i) == look)
            .mapToObj(i -> bytes(fields.get(i).getLine().getPixels())).toList();
        return Arrays.asList(pictures.isEmpty() ? new float[0][] : reader.apply(pictures)).iterator();
    }

    private static ClassifiedField classified(SegmentedField field, List<ClassifiedGlyph> glyphs, LineReading line) {
        return new ClassifiedField(field.getName(), field.getRules(), field.getBox(), field.getSnippet(), field.getNodes(), glyphs, line,
            field.getReasons(), field.getCopy(), field.getUnexplained());
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
