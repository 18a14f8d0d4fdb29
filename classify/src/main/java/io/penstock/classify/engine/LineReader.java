package io.penstock.classify.engine;

import io.penstock.classify.DigitClassifier;
import io.penstock.classify.InvalidGlyphException;
import io.penstock.classify.engine.plan.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Networks that read lines without cutting them: the mean of their probabilities over all views, frame by frame.
 *
 * @param networks in the ensemble; each answers class by class, frame by frame; there may be none
 * @param views    how they look at a line; a slant around the middle row leaves the frames where they are
 */
record LineReader(List<Network> networks, Slant... views) {

    private static final int PIXELS = Shape.LINE.size();

    /** Returns for each picture its frames, one after the other; none where there is no network. */
    float[][] read(List<byte[]> pictures) {
        if (networks.isEmpty()) {
            return new float[pictures.size()][0];
        }
        float[] values = new float[pictures.size() * PIXELS];
        for (int i = 0; i < pictures.size(); i++) {
            byte[] picture = pictures.get(i);
            if (picture.length != PIXELS) {
                throw new InvalidGlyphException("line", i, picture.length, PIXELS);
            }
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                values[i * PIXELS + pixel] = (picture[pixel] & 0xff) / 255f;
            }
        }
        List<float[][]> answers = Stream.of(views).map(view -> view.of(values, Shape.LINE))
            .flatMap(seen -> networks.stream().map(network -> network.probabilities(seen))).toList();
        float[][] lines = new float[pictures.size()][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = frames(answers, i);
        }
        return lines;
    }

    private float[] frames(List<float[][]> answers, int line) {
        int classes = DigitClassifier.FRAME_CLASSES;
        float[] frames = new float[DigitClassifier.FRAMES * classes];
        for (int i = 0; i < frames.length; i++) {
            int answered = i % classes * DigitClassifier.FRAMES + i / classes;
            for (float[][] answer : answers) {
                frames[i] += answer[line][answered] / answers.size();
            }
        }
        return frames;
    }
}
