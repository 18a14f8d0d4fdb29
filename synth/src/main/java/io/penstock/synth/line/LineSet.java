package io.penstock.synth.line;

import io.penstock.segment.image.PageImage;
import io.penstock.segment.line.FreeCutter;
import io.penstock.segment.line.LineImage;
import io.penstock.synth.digit.DigitSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Generated lines as the line reader sees them, each with what it says.
 *
 * @param images  {@link LineImage#HEIGHT} rows of {@link LineImage#WIDTH} bytes
 * @param classes what each says, as in {@link LineText}
 */
public record LineSet(byte[][] images, byte[][] classes) {

    /** Draws the lines of some numbers; the same digits, seed and number give the same line. */
    public static LineSet draw(DigitSet digits, int first, int count, long seed) {
        int[][] places = IntStream.range(0, 10)
            .mapToObj(digit -> IntStream.range(0, digits.size()).filter(i -> digits.labels()[i] == digit).toArray()).toArray(int[][]::new);
        byte[][] images = new byte[count][];
        byte[][] classes = new byte[count][];
        IntStream.range(0, count).parallel().forEach(i -> {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + first + i);
            while (images[i] == null) {
                LineText text = LineText.draw(random);
                images[i] = image(scan(digits, places, text, random)).orElse(null);
                classes[i] = text.classes();
            }
        });
        return new LineSet(images, classes);
    }

    static byte[] scan(DigitSet digits, int[][] places, LineText text, SplittableRandom random) {
        double height = random.nextDouble(18, 50);
        return LineScan.of(new Scrawl(digits, places, height, random).write(text.symbols()), height, random);
    }

    private static Optional<byte[]> image(byte[] scan) {
        try (PageImage page = PageImage.decode(scan, 0).orElseThrow()) {
            return FreeCutter.picture(page).map(LineImage::pixels);
        }
    }

    public int size() {
        return images.length;
    }

    LineSet part(int from, int to) {
        return new LineSet(Arrays.copyOfRange(images, from, to), Arrays.copyOfRange(classes, from, to));
    }
}
