package io.penstock.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.StrokeDigit;
import io.penstock.synth.rubbish.unseen.UnseenRubbish;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RubbishEvaluationTest {

    @Test
    void whateverIsTakenForADigitIsCountedByKind() {
        RubbishReport report = evaluation().measure(new Gullible(0.95f));
        assertThat(report.unseenTaken()).isEqualTo(1);
        assertThat(report.kinds()).filteredOn(RubbishReport.Kind::unseen).hasSize(UnseenRubbish.values().length)
            .allSatisfy(kind -> assertThat(kind.taken()).isEqualTo(4));
        assertThat(evaluation().measure(new Gullible(0.85f)).unseenTaken()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void piecesDifferHaveInkAndComeAgainBySeed(UnseenRubbish kind) {
        SplittableRandom random = new SplittableRandom(5);
        SplittableRandom again = new SplittableRandom(5);
        Set<List<Byte>> pieces = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            byte[] piece = kind.draw(random);
            assertThat(piece).hasSize(784).isEqualTo(kind.draw(again));
            assertThat(IntStream.range(0, 784).map(p -> piece[p] & 0xff).sum()).isGreaterThan(2_000);
            pieces.add(IntStream.range(0, 784).mapToObj(p -> piece[p]).toList());
        }
        assertThat(pieces).hasSize(6);
    }

    private static RubbishEvaluation evaluation() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] labels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        return new RubbishEvaluation(
            new DigitSet(IntStream.range(0, 10).mapToObj(digit -> StrokeDigit.draw(digit, random)).toArray(byte[][]::new), labels), 4);
    }

    /** Takes everything for a three, always as sure. */
    private record Gullible(float confidence) implements DigitClassifier {

        @Override
        public float[][] classify(List<byte[]> glyphs) {
            float[][] answers = new float[glyphs.size()][CLASSES];
            for (float[] answer : answers) {
                answer[3] = confidence;
                answer[REJECT] = 1 - confidence;
            }
            return answers;
        }

        @Override
        public String version() {
            return "gullible";
        }

        @Override
        public void close() {
            // nothing to free
        }
    }
}
