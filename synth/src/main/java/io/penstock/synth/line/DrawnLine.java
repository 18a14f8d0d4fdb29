package io.penstock.synth.line;

import io.penstock.segment.image.PageImage;
import io.penstock.segment.line.FreeCutter;
import io.penstock.segment.line.LineImage;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One generated line as the line reader sees it, and what it says.
 *
 * @param image   {@link LineImage#HEIGHT} rows of {@link LineImage#WIDTH} bytes
 * @param classes what it says, as in {@link LineText}
 */
public record DrawnLine(byte[] image, byte[] classes) {

    /** Draws a line; the same hands and the same state of the generator give the same one. */
    public static DrawnLine of(LineHands hands, SplittableRandom random) {
        while (true) {
            LineText text = LineText.draw(random);
            Optional<byte[]> image = image(scan(hands, text, random));
            if (image.isPresent()) {
                return new DrawnLine(image.get(), text.classes());
            }
        }
    }

    /** Returns the scan that a line's picture is taken from, PNG or JPEG. */
    static byte[] scan(LineHands hands, LineText text, SplittableRandom random) {
        double height = random.nextDouble(18, 50);
        return LineScan.of(new Scrawl(hands, height, random).write(text.symbols()), height, random);
    }

    private static Optional<byte[]> image(byte[] scan) {
        try (PageImage page = PageImage.decode(scan, 0).orElseThrow()) {
            return FreeCutter.picture(page).map(LineImage::pixels);
        }
    }
}
