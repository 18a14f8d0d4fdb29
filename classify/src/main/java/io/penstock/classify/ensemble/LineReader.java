package io.penstock.classify.ensemble;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.digit.InvalidGlyphException;
import io.penstock.classify.engine.Network;
import io.penstock.classify.engine.plan.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Networks that read lines without cutting them: of each the mean of its probabilities over all views, frame by frame. Networks are not
 * mixed so, for one may see a digit a frame earlier than another.
 *
 * @param networks in the ensemble; each answers class by class, frame by frame; there may be none
 */
record LineReader(List<Network> networks) {

    private static final int PIXELS = Shape.LINE.size();
    private static final int FRAMES = DigitClassifier.FRAMES * DigitClassifier.FRAME_CLASSES;

    /**
     * Returns for each picture the frames of each network, one after the other; none where there is no network.
     *
     * @param views how they look at a line; a slant around the middle row leaves the frames where they are
     */
    float[][] read(List<byte[]> pictures, Slant... views) {
        if (networks.isEmpty()) {
            return new float[pictures.size()][0];
        }
        for (int i = 0; i < pictures.size(); i++) {
            if (pictures.get(i).length != PIXELS) {
                throw new InvalidGlyphException("line", i, pictures.get(i).length, PIXELS);
            }
        }
        float[] values = Shape.LINE.values(pictures);
        List<float[]> seen = Stream.of(views).map(view -> view.of(values, Shape.LINE)).toList();
        List<List<float[][]>> answers = networks.stream().map(network -> seen.stream().map(network::probabilities).toList()).toList();
        float[][] lines = new float[pictures.size()][networks.size() * FRAMES];
        for (int i = 0; i < lines.length; i++) {
            for (int k = 0; k < answers.size(); k++) {
                mean(answers.get(k), i, lines[i], k * FRAMES);
            }
        }
        return lines;
    }

    private static void mean(List<float[][]> answers, int line, float[] frames, int offset) {
        int classes = DigitClassifier.FRAME_CLASSES;
        for (int i = 0; i < FRAMES; i++) {
            int answered = i % classes * DigitClassifier.FRAMES + i / classes;
            for (float[][] answer : answers) {
                frames[offset + i] += answer[line][answered] / answers.size();
            }
        }
    }
}
