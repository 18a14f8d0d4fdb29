package io.penstock.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.Ensemble.Gate;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.Scaling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeTest {

    private static final int GLYPHS = 300;

    private static final Scaling SCALING = new Scaling(1.2, 0.8);

    @TempDir
    private Path folder;

    private final List<byte[]> glyphs = glyphs();
    private String small;
    private List<String> members;
    private float[][] ofGate;
    private float[][] ofMembers;

    @BeforeEach
    void ask() throws IOException {
        small = ToyEnsembles.network(folder, 4);
        members = List.of(ToyEnsembles.network(folder, 5), ToyEnsembles.network(folder, 6));
        ofGate = answers(new Ensemble("gate", List.of(small), 0, new Scaling(1.5, 0.5), null, List.of(), Map.of(), ""));
        ofMembers = answers(new Ensemble("members", members, 0, SCALING, null, List.of(), Map.of(), ""));
    }

    @Test
    void theGateAnswersWhatItIsSureOfAndTheMembersTheRestEachInItsPlace() {
        double[] sorted = Stream.of(ofGate).mapToDouble(CascadeTest::greatestDigit).sorted().toArray();
        double level = (sorted[GLYPHS / 3] + sorted[GLYPHS / 3 + 1]) / 2;
        try (EnsembleClassifier cascade = cascade(level)) {
            float[][] answers = cascade.classify(glyphs);
            for (int i = 0; i < GLYPHS; i++) {
                boolean sure = greatestDigit(ofGate[i]) >= level;
                assertThat(answers[i]).as("glyph " + i).containsExactly(sure ? ofGate[i] : ofMembers[i], rounding());
            }
            assertThat(cascade.answered()).isEqualTo(new EnsembleClassifier.Answered(GLYPHS - GLYPHS / 3 - 1, GLYPHS / 3 + 1));
        }
    }

    @Test
    void aLevelThatNoProbabilityReachesLeavesEverythingToTheMembers() {
        try (EnsembleClassifier cascade = cascade(1.1)) {
            float[][] answers = cascade.classify(glyphs);
            IntStream.range(0, GLYPHS).forEach(i -> assertThat(answers[i]).containsExactly(ofMembers[i], rounding()));
            assertThat(cascade.answered()).isEqualTo(new EnsembleClassifier.Answered(0, GLYPHS));
        }
    }

    private EnsembleClassifier cascade(double accept) {
        Ensemble ensemble = new Ensemble("cascade", members, 0, SCALING, new Gate(small, new Scaling(1.5, 0.5), accept), List.of(),
            Map.of(), "");
        return EnsembleClassifier.load(ModelStore.in(folder), ensemble, 16);
    }

    private float[][] answers(Ensemble ensemble) {
        try (EnsembleClassifier classifier = EnsembleClassifier.load(ModelStore.in(folder), ensemble, 16)) {
            return classifier.classify(glyphs);
        }
    }

    /** Numbers differ in the last place with the size of the batch that a glyph is in. */
    private static Offset<Float> rounding() {
        return within(1e-5f);
    }

    private static double greatestDigit(float[] distribution) {
        return IntStream.range(0, 10).mapToDouble(i -> distribution[i]).max().orElseThrow();
    }

    private static List<byte[]> glyphs() {
        Random random = new Random(5);
        return Stream.generate(() -> {
            byte[] glyph = new byte[784];
            double dark = random.nextDouble();
            DoubleStream.generate(random::nextDouble).limit(200).forEach(d -> glyph[(int) (d * 784)] = (byte) (255 * dark));
            return glyph;
        }).limit(GLYPHS).toList();
    }
}
