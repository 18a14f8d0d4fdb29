package io.penstock.train.run;

import io.penstock.train.data.DigitSet;
import io.penstock.train.rubbish.Rubbish;
import io.penstock.train.rubbish.StrokeDigit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * What a reject network is chosen and measured on: digits of writers it has not seen, drawn digits, and every kind of rubbish, all drawn
 * by a seed of their own.
 *
 * @param digits real digits
 */
record RejectSamples(DigitSet digits) {

    private static final long SEED = 77;
    private static final int PER_KIND = 400;

    /** Returns all of them as one set of two classes. */
    Validation validation() {
        Validation all = ofClass(digits.images(), DigitsAndRubbish.DIGIT).plus(ofClass(drawnDigits(), DigitsAndRubbish.DIGIT));
        for (Rubbish kind : Rubbish.values()) {
            all = all.plus(ofClass(rubbish(kind), DigitsAndRubbish.RUBBISH));
        }
        return all;
    }

    /** Returns shares from 0 to 1: real and drawn digits that are rejected, and for each kind what is caught, all at 0.5. */
    Map<String, Double> measure(MultiLayerNetwork network) {
        Map<String, Double> measured = new LinkedHashMap<>();
        measured.put("falseReject", 1 - ofClass(digits.images(), DigitsAndRubbish.DIGIT).accuracy(network));
        measured.put("falseRejectDrawn", 1 - ofClass(drawnDigits(), DigitsAndRubbish.DIGIT).accuracy(network));
        for (Rubbish kind : Rubbish.values()) {
            measured.put("caught." + kind.name().toLowerCase(Locale.ROOT),
                ofClass(rubbish(kind), DigitsAndRubbish.RUBBISH).accuracy(network));
        }
        return measured;
    }

    private byte[][] drawnDigits() {
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, 10 * PER_KIND / 4).mapToObj(i -> StrokeDigit.draw(i % 10, random)).toArray(byte[][]::new);
    }

    private byte[][] rubbish(Rubbish kind) {
        SplittableRandom random = new SplittableRandom(SEED + kind.ordinal() + 1);
        return IntStream.range(0, PER_KIND).mapToObj(i -> kind.draw(digits, random)).toArray(byte[][]::new);
    }

    private static Validation ofClass(byte[][] images, int label) {
        byte[] labels = new byte[images.length];
        Arrays.fill(labels, (byte) label);
        return new Validation(images, labels);
    }
}
