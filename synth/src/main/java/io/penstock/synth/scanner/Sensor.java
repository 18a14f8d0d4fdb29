package io.penstock.synth.scanner;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Lens and sensor of a scanner: blur, specks of dust, noise, and whole grey levels. */
final class Sensor {

    private static final double MM_PER_INCH = 25.4;
    private static final int NOISE_TABLE = 1 << 16;

    private final double blur;
    private final double specksPerPixel;
    private final double pixelsPerMm;
    private final double deviation;
    private final long dust;
    private final RandomGenerator random;

    Sensor(double noise, int dpi, RandomGenerator random) {
        this.random = random;
        this.pixelsPerMm = dpi / MM_PER_INCH;
        this.blur = (0.045 + 0.02 * random.nextDouble() + 0.09 * noise) * pixelsPerMm;
        this.specksPerPixel = 0.004 * noise * noise / (pixelsPerMm * pixelsPerMm);
        this.deviation = 0.8 + 9 * noise;
        this.dust = random.nextLong();
    }

    /** Reads one channel into every {@code step}-th byte of the pixels. */
    void read(Plane plane, byte[] pixels, int channel, int step) {
        throwDust(plane);
        plane.blur(blur);
        float[] noise = noise();
        long state = random.nextLong();
        for (int i = 0; i < plane.level().length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            float level = plane.level()[i] + noise[(int) (state >>> 48)];
            pixels[i * step + channel] = (byte) Math.round(Math.min(255, Math.max(0, level)));
        }
    }

    /** The same dust for every channel. */
    private void throwDust(Plane plane) {
        RandomGenerator place = new SplittableRandom(dust);
        int specks = (int) Math.round(specksPerPixel * plane.level().length);
        for (int s = 0; s < specks; s++) {
            int x = place.nextInt(plane.width());
            int y = place.nextInt(plane.height());
            double radius = Math.max(0.5, pixelsPerMm * (0.03 + 0.09 * place.nextDouble()));
            float darkness = (float) (60 + 120 * place.nextDouble());
            darken(plane, x, y, radius, darkness);
        }
    }

    private static void darken(Plane plane, int x, int y, double radius, float darkness) {
        int reach = (int) Math.ceil(radius);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                boolean inside = x + dx >= 0 && x + dx < plane.width() && y + dy >= 0 && y + dy < plane.height();
                if (inside && dx * dx + dy * dy <= radius * radius) {
                    plane.level()[(y + dy) * plane.width() + x + dx] -= darkness;
                }
            }
        }
    }

    private float[] noise() {
        float[] noise = new float[NOISE_TABLE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (deviation * random.nextGaussian());
        }
        return noise;
    }
}
