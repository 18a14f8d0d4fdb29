package io.penstock.classify;

import static io.penstock.classify.TestPages.field;
import static io.penstock.classify.TestPages.glyph;
import static io.penstock.classify.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.Glyph;
import io.penstock.schema.LinePicture;
import io.penstock.schema.SegmentedField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines of a page are read, and how. */
class PageClassifierTest {

    private static final int SURE = 1;
    private static final int DOUBTFUL = 2;

    private final Answers answers = new Answers();

    @Test
    void aFreeLineIsReadInFullAndALineOfBoxesAtAGlance() {
        List<ClassifiedField> fields = classify(lined("free", cut(SURE, 0.9)), lined("boxes", cut(DOUBTFUL, 1), glyph(true, new byte[0])));

        assertThat(answers.read).containsExactly("free");
        assertThat(answers.glanced).containsExactly("boxes");
        assertThat(fields).extracting(field -> field.getLine().getNetworks()).containsExactly(1, 1);
    }

    @Test
    void boxesThatAreEachReadForSureNeedNoLine() {
        List<ClassifiedField> fields = classify(lined("sure", cut(SURE, 1), glyph(true, new byte[0])), lined("not", cut(SURE, 1),
            cut(DOUBTFUL, 1)));

        assertThat(answers.glanced).containsExactly("not");
        assertThat(fields).extracting(field -> field.getLine() == null).containsExactly(true, false);
    }

    @Test
    void boxesThatMayBeReadInTwoWaysNeedTheLine() {
        classify(lined("two", cut(SURE, 0.5), cut(SURE, 1), glyph(true, new byte[0])));

        assertThat(answers.glanced).containsExactly("two");
    }

    private List<ClassifiedField> classify(SegmentedField... fields) {
        return new PageClassifier(answers).classify(page(fields)).getFields();
    }

    /** A field whose line has its name for its first pixels. */
    private static SegmentedField lined(String name, Glyph... glyphs) {
        byte[] pixels = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII),
            DigitClassifier.LINE_HEIGHT * DigitClassifier.LINE_WIDTH);
        return SegmentedField.newBuilder(field(name, glyphs)).setLine(new LinePicture(new Box(0, 0, 10, 10), 10, ByteBuffer.wrap(pixels)))
            .build();
    }

    private static Glyph cut(int how, double prior) {
        byte[] pixels = new byte[DigitClassifier.GLYPH_BYTES];
        pixels[0] = (byte) how;
        return Glyph.newBuilder(glyph(false, pixels)).setPrior(prior).build();
    }

    /** Keeps which lines it was shown. */
    private static final class Answers implements DigitClassifier {

        private final List<String> read = new ArrayList<>();
        private final List<String> glanced = new ArrayList<>();

        @Override
        public float[][] classify(List<byte[]> glyphs) {
            float[][] distributions = new float[glyphs.size()][CLASSES];
            for (int i = 0; i < distributions.length; i++) {
                float probability = glyphs.get(i)[0] == SURE ? 0.9999f : 0.9f;
                distributions[i][0] = probability;
                distributions[i][1] = 1 - probability;
            }
            return distributions;
        }

        @Override
        public float[][] read(List<byte[]> lines) {
            return shown(lines, read);
        }

        @Override
        public float[][] glance(List<byte[]> lines) {
            return shown(lines, glanced);
        }

        private static float[][] shown(List<byte[]> lines, List<String> names) {
            lines.forEach(line -> names.add(new String(line, StandardCharsets.US_ASCII).replace("\0", "")));
            return new float[lines.size()][FRAMES * FRAME_CLASSES];
        }

        @Override
        public String version() {
            return "answers@000000000000";
        }

        @Override
        public void close() {
            // nothing to free
        }
    }
}
