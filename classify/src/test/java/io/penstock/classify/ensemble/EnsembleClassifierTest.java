package io.penstock.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.DrawnGlyph;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.digit.InvalidGlyphException;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class EnsembleClassifierTest {

    private static DigitClassifier classifier;

    @BeforeAll
    static void load() {
        classifier = EnsembleClassifier.shipped();
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void plainDrawnDigitsAreRead() {
        float[][] answers = classifier.classify(List.of(DrawnGlyph.zero(), DrawnGlyph.one(), DrawnGlyph.seven(), DrawnGlyph.four()));
        assertThat(IntStream.range(0, 4).map(i -> mostProbable(answers[i]))).containsExactly(0, 1, 7, 4);
        assertThat(List.of(answers)).allSatisfy(answer -> assertThat(answer[DigitClassifier.REJECT]).isLessThan(0.2f));
    }

    @Test
    void crossesAndDashesAreRejected() {
        float[][] answers = classifier.classify(List.of(DrawnGlyph.cross(), DrawnGlyph.dash()));
        assertThat(List.of(answers)).allSatisfy(answer -> assertThat(mostProbable(answer)).isEqualTo(DigitClassifier.REJECT));
    }

    @Test
    void everyDistributionAddsUpToOne() {
        for (float[] answer : classifier.classify(List.of(DrawnGlyph.zero(), DrawnGlyph.cross(), new byte[784]))) {
            assertThat(answer).hasSize(DigitClassifier.CLASSES);
            float sum = 0;
            for (float value : answer) {
                sum += value;
            }
            assertThat(sum).isCloseTo(1, within(1e-4f));
        }
    }

    @Test
    void aGlyphsAnswerDoesNotDependOnWhatElseIsInTheBatch() {
        float[] alone = classifier.classify(List.of(DrawnGlyph.seven()))[0];
        List<byte[]> many = new ArrayList<>(Collections.nCopies(100, DrawnGlyph.zero()));
        many.set(70, DrawnGlyph.seven());
        float[] amongOthers = classifier.classify(many)[70];
        for (int i = 0; i < DigitClassifier.CLASSES; i++) {
            assertThat(amongOthers[i]).isCloseTo(alone[i], within(1e-4f));
        }
    }

    @Test
    void noGlyphsGiveNoDistributions() {
        assertThat(classifier.classify(List.of())).isEmpty();
    }

    @Test
    void aGlyphOfAnotherSizeIsRefusedByItsPlace() {
        assertThatThrownBy(() -> classifier.classify(List.of(DrawnGlyph.one(), new byte[32 * 32])))
            .isInstanceOf(InvalidGlyphException.class).hasMessageContaining("glyph 1 has 1024 bytes");
    }

    @Test
    void theVersionNamesTheEnsembleAndItsContent() {
        assertThat(classifier.version()).matches("digits@[0-9a-f]{12}");
        assertThat(classifier.version()).isEqualTo(ModelStore.shipped().ensemble(DigitClassifier.DEFAULT_ENSEMBLE).version());
    }

    @Test
    @EnabledIf("isOneDnnBuild")
    void convolutionsRunOnOneDnn() {
        assertThat(NativeBackend.isAccelerated()).isTrue();
    }

    @Test
    @EnabledIf("isLinux")
    void nativeMemoryStaysFlatOverManyPages() throws IOException, InterruptedException {
        List<byte[]> page = Collections.nCopies(40, DrawnGlyph.four());
        classifyPages(page, 50);
        long resident = residentKilobytes();
        classifyPages(page, 150);
        assertThat(residentKilobytes() - resident).as("growth of the process, kB").isLessThan(100_000);
        assertThat(settledPointerBytes()).as("bytes that JavaCPP still holds").isLessThan(1_000_000);
    }

    @Test
    @EnabledIf("isLinux")
    void aClosedEnsembleLeavesNoNativeMemoryBehind(@TempDir Path folder) throws IOException, InterruptedException {
        ToyEnsembles.publish(folder, "toy", 2000);
        loadAndClose(folder, 5);
        long resident = residentKilobytes();
        loadAndClose(folder, 20);
        assertThat(residentKilobytes() - resident).as("growth of the process, kB; the weights alone would be 25,000 each time")
            .isLessThan(50_000);
    }

    private static void loadAndClose(Path folder, int times) {
        for (int i = 0; i < times; i++) {
            try (EnsembleClassifier toy = EnsembleClassifier.load(ModelStore.in(folder), "toy", 16)) {
                toy.classify(List.of(DrawnGlyph.one()));
            }
        }
    }

    private static void classifyPages(List<byte[]> page, int pages) {
        for (int i = 0; i < pages; i++) {
            classifier.classify(page);
        }
    }

    /** Lets ND4J free what it frees behind the garbage collector: descriptions of operations, some two kilobytes each; not arrays. */
    private static long settledPointerBytes() throws InterruptedException {
        for (int i = 0; i < 50 && Pointer.totalBytes() > 1_000_000; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Pointer.totalBytes();
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }

    static boolean isLinux() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    static boolean isOneDnnBuild() {
        return System.getProperty("org.bytedeco.javacpp.platform.extension", "").contains("onednn");
    }

    private static int mostProbable(float[] distribution) {
        int best = 0;
        for (int i = 1; i < distribution.length; i++) {
            best = distribution[i] > distribution[best] ? i : best;
        }
        return best;
    }
}
