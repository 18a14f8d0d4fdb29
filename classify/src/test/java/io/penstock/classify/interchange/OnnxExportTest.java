package io.penstock.classify.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.penstock.classify.DrawnGlyph;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxExportTest {

    private static final List<byte[]> GLYPHS = List.of(DrawnGlyph.zero(), DrawnGlyph.one(), DrawnGlyph.seven(), DrawnGlyph.four(),
        DrawnGlyph.cross(), DrawnGlyph.dash(), new byte[DigitClassifier.GLYPH_BYTES], noise());

    private static ModelStore store;
    private static Ensemble ensemble;

    @BeforeAll
    static void open() {
        store = ModelStore.shipped();
        ensemble = store.ensemble(DigitClassifier.DEFAULT_ENSEMBLE);
    }

    @Test
    void theShippedEnsembleAnswersInOnnxRuntimeAsItDoesHereWithoutItsGate() throws OrtException {
        Ensemble all = new Ensemble(ensemble.name(), ensemble.members(), ensemble.slant(), ensemble.scaling(), null, List.of(), Map.of(),
            "");
        try (DigitClassifier here = EnsembleClassifier.load(store, all, EnsembleClassifier.DEFAULT_BATCH);
                OnnxSession there = new OnnxSession(OnnxExport.ensemble(store, ensemble))) {
            Probabilities.assertSame(there.probabilities(pixels(GLYPHS)), here.classify(GLYPHS));
        }
    }

    @Test
    void theFileSaysWhichModelItIsAndWhatItsClassesAre() throws OrtException {
        try (OnnxSession session = new OnnxSession(OnnxExport.ensemble(store, ensemble))) {
            assertThat(session.properties()).containsEntry("penstock.model", ensemble.version())
                .containsEntry("penstock.classes", "0,1,2,3,4,5,6,7,8,9,reject")
                .containsEntry("penstock.members", String.join(",", ensemble.members()));
        }
    }

    @Test
    void theSameEnsembleYieldsTheSameBytes() {
        assertThat(OnnxExport.ensemble(store, ensemble)).isEqualTo(OnnxExport.ensemble(store, ensemble));
    }

    private static byte[] noise() {
        byte[] glyph = new byte[DigitClassifier.GLYPH_BYTES];
        new Random(5).nextBytes(glyph);
        return glyph;
    }

    private static float[] pixels(List<byte[]> glyphs) {
        float[] pixels = new float[glyphs.size() * DigitClassifier.GLYPH_BYTES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (glyphs.get(i / DigitClassifier.GLYPH_BYTES)[i % DigitClassifier.GLYPH_BYTES] & 0xff) / 255f;
        }
        return pixels;
    }
}
