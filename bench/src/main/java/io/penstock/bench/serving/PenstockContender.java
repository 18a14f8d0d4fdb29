package io.penstock.bench.serving;

import io.penstock.classify.digit.DigitClassifier;
import java.util.List;

/** The serving path: what the classify stage calls. */
final class PenstockContender implements Contender {

    private final DigitClassifier classifier;

    PenstockContender(DigitClassifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public float[][] classify(List<byte[]> glyphs) {
        return classifier.classify(glyphs);
    }

    @Override
    public void close() {
        classifier.close();
    }
}
