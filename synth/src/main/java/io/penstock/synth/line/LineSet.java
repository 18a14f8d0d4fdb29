package io.penstock.synth.line;

import io.penstock.segment.line.LineImage;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Generated lines as the line reader sees them, each with what it says.
 *
 * @param images  {@link LineImage#HEIGHT} rows of {@link LineImage#WIDTH} bytes
 * @param classes what each says, as in {@link LineText}
 */
public record LineSet(byte[][] images, byte[][] classes) {

    /** Draws the lines of some numbers; the same hands, seed and number give the same line. */
    public static LineSet draw(LineHands hands, int first, int count, long seed) {
        byte[][] images = new byte[count][];
        byte[][] classes = new byte[count][];
        IntStream.range(0, count).parallel().forEach(i -> {
            DrawnLine line = DrawnLine.of(hands, new SplittableRandom(seed * 0x9E3779B97F4A7C15L + first + i));
            images[i] = line.image();
            classes[i] = line.classes();
        });
        return new LineSet(images, classes);
    }

    /** Returns the number of lines. */
    public int size() {
        return images.length;
    }
}
