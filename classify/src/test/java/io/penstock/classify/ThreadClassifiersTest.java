package io.penstock.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.classify.digit.DigitClassifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadClassifiersTest {

    private final List<Counted> made = new ArrayList<>();
    private final ThreadClassifiers classifiers = new ThreadClassifiers(() -> {
        made.add(new Counted());
        return made.get(made.size() - 1);
    });

    @Test
    void tasksOfOneThreadShareAClassifierUntilTheLastIsClosed() {
        DigitClassifier first = classifiers.get();
        DigitClassifier second = classifiers.get();
        assertThat(made).hasSize(1);
        first.close();
        assertThat(made.get(0).closed).isZero();
        second.close();
        assertThat(made.get(0).closed).isEqualTo(1);
    }

    @Test
    void anotherThreadGetsItsOwn() throws InterruptedException {
        classifiers.get();
        Thread other = new Thread(classifiers::get);
        other.start();
        other.join();
        assertThat(made).hasSize(2);
    }

    @Test
    void aThreadThatStartsAgainGetsANewOne() {
        classifiers.get().close();
        classifiers.get();
        assertThat(made).hasSize(2);
    }

    private static final class Counted implements DigitClassifier {

        private int closed;

        @Override
        public float[][] classify(List<byte[]> glyphs) {
            return new float[glyphs.size()][CLASSES];
        }

        @Override
        public String version() {
            return "counted";
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
