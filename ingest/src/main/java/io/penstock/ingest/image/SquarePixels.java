package io.penstock.ingest.image;

import io.penstock.ingest.page.PageCollector;
import java.io.IOException;

/**
 * The one step that makes the pixels of any file square: the coarser axis is enlarged by Lanczos's kernel, which keeps thin strokes dark
 * where bilinear interpolation greys them away.
 */
public final class SquarePixels {

    private static final int LOBES = 3;
    private static final int TAPS = 2 * LOBES;

    private SquarePixels() {
    }

    /**
     * Returns the image with square pixels, of 8 bits where it had to be enlarged; the image itself where they are square.
     *
     * @throws IOException where it would be larger than allowed
     */
    public static Pixels of(Pixels image, Density density, PageCollector pages) throws IOException {
        double aspect = density.aspect();
        if (aspect == 1) {
            return image;
        }
        int width = aspect < 1 ? (int) Math.round(image.width() / aspect) : image.width();
        int height = aspect > 1 ? (int) Math.round(image.height() * aspect) : image.height();
        pages.announceImage(width, height);
        Pixels source = image.deep();
        return aspect < 1 ? wider(source, width) : taller(source, height);
    }

    private static Pixels wider(Pixels image, int width) {
        Kernel kernel = Kernel.of(image.width(), width);
        int channels = image.channels();
        byte[] rows = new byte[Math.multiplyExact(Math.multiplyExact(width, channels), image.height())];
        int at = 0;
        for (int y = 0; y < image.height(); y++) {
            int start = y * image.stride();
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    rows[at++] = kernel.sum(image.rows(), start + channel, channels, x);
                }
            }
        }
        return new Pixels(width, image.height(), 8, channels, rows);
    }

    private static Pixels taller(Pixels image, int height) {
        Kernel kernel = Kernel.of(image.height(), height);
        int stride = image.stride();
        byte[] rows = new byte[Math.multiplyExact(stride, height)];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < stride; i++) {
                rows[y * stride + i] = kernel.sum(image.rows(), i, stride, y);
            }
        }
        return new Pixels(image.width(), height, 8, image.channels(), rows);
    }

    /**
     * What each sample of the enlarged axis is made of.
     *
     * @param sources {@link #TAPS} samples of the source for each, those beyond its ends replaced by its ends
     * @param weights as many weights, each {@link #TAPS} of them 1 together
     */
    private record Kernel(int[] sources, float[] weights) {

        static Kernel of(int size, int enlarged) {
            int[] sources = new int[enlarged * TAPS];
            float[] weights = new float[enlarged * TAPS];
            for (int i = 0; i < enlarged; i++) {
                double centre = (i + 0.5) * size / enlarged - 0.5;
                int first = (int) Math.floor(centre) - LOBES + 1;
                double sum = 0;
                for (int tap = 0; tap < TAPS; tap++) {
                    sum += lanczos(first + tap - centre);
                }
                for (int tap = 0; tap < TAPS; tap++) {
                    sources[i * TAPS + tap] = Math.max(0, Math.min(size - 1, first + tap));
                    weights[i * TAPS + tap] = (float) (lanczos(first + tap - centre) / sum);
                }
            }
            return new Kernel(sources, weights);
        }

        private static double lanczos(double distance) {
            if (Math.abs(distance) < 1e-9) {
                return 1;
            }
            double angle = Math.PI * distance;
            return Math.abs(distance) >= LOBES ? 0 : LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
        }

        private byte sum(byte[] samples, int start, int step, int index) {
            float sum = 0;
            for (int tap = index * TAPS; tap < (index + 1) * TAPS; tap++) {
                sum += weights[tap] * (samples[start + sources[tap] * step] & 0xFF);
            }
            return (byte) Math.max(0, Math.min(255, Math.round(sum)));
        }
    }
}
