package io.penstock.train.sample;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.synth.line.LineHands;
import io.penstock.synth.line.LineSet;
import io.penstock.synth.line.LineText;
import io.penstock.train.zoo.CtcLoss;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Generated lines that a line reader is measured on: right is a line whose digits are all read, and no more, along the best class of each
 * frame.
 *
 * @param lines the lines
 */
public record LineValidation(LineSet lines) implements Validation {

    private static final int DRAWN = 2_000;
    private static final long SEED = 77;
    private static final int CHUNK = 40;
    private static final int FRAMES = DigitClassifier.FRAMES;
    private static final int CLASSES = DigitClassifier.FRAME_CLASSES;
    private static final double LEAST = 1e-12;

    /** Draws the lines; the same hands give the same ones. */
    public static LineValidation draw(LineHands hands) {
        return new LineValidation(LineSet.draw(hands, 0, DRAWN, SEED));
    }

    @Override
    public Score score(MultiLayerNetwork network) {
        int right = 0;
        double loss = 0;
        for (int from = 0; from < lines.size(); from += CHUNK) {
            int to = Math.min(lines.size(), from + CHUNK);
            float[] frames = frames(network, from, to);
            float[] labels = new float[frames.length];
            float[] logarithms = new float[frames.length];
            for (int i = 0; i < frames.length; i++) {
                logarithms[i] = (float) Math.log(Math.max(LEAST, frames[i]));
            }
            for (int i = from; i < to; i++) {
                byte[] string = lines.classes()[i];
                for (int k = 0; k < string.length; k++) {
                    labels[((i - from) * FRAMES + k) * CLASSES] = string[k] + 1;
                }
                right += digits(string).equals(best(frames, (i - from) * FRAMES)) ? 1 : 0;
            }
            int[] shape = {(to - from) * FRAMES, CLASSES};
            try (INDArray wanted = Nd4j.create(labels, shape); INDArray answered = Nd4j.create(logarithms, shape)) {
                loss += new CtcLoss(FRAMES).computeScore(wanted, answered, null, null, false);
            }
        }
        return new Score(right / (double) lines.size(), loss / lines.size());
    }

    /** Returns the probabilities of each line's frames, frame by frame. */
    private float[] frames(MultiLayerNetwork network, int from, int to) {
        float[] features = Shape.LINE.values(Arrays.asList(lines.images()).subList(from, to));
        try (INDArray input = Nd4j.create(features, new int[] {to - from, 1, Shape.LINE.height(), Shape.LINE.width()});
             INDArray output = network.output(input); INDArray ordered = output.permute(0, 2, 3, 1).dup('c')) {
            return ordered.data().asFloat();
        }
    }

    private static String digits(byte[] string) {
        StringBuilder digits = new StringBuilder();
        for (byte symbol : string) {
            digits.append(symbol < LineText.SEPARATOR ? Integer.toString(symbol) : "");
        }
        return digits.toString();
    }

    private static String best(float[] frames, int first) {
        StringBuilder digits = new StringBuilder();
        int before = CLASSES - 1;
        for (int frame = first; frame < first + FRAMES; frame++) {
            float[] classes = Arrays.copyOfRange(frames, frame * CLASSES, (frame + 1) * CLASSES);
            int best = 0;
            for (int i = 1; i < CLASSES; i++) {
                best = classes[i] > classes[best] ? i : best;
            }
            digits.append(best != before && best < LineText.SEPARATOR ? Integer.toString(best) : "");
            before = best;
        }
        return digits.toString();
    }
}
