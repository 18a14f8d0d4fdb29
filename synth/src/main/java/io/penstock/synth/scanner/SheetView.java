package io.penstock.synth.scanner;

import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Place;
import io.penstock.synth.paper.Grain;
import io.penstock.synth.paper.Sheet;
import java.awt.geom.AffineTransform;
import java.util.random.RandomGenerator;

/** What the lens sees of a sheet: light, paper, printing and ink, channel by channel. */
final class SheetView {

    private final Sheet sheet;
    private final Platen platen;
    private final Grain fibres;
    private final Grain skips;
    private final double roughness;
    private final double lid;
    private final double[] shading = new double[4];
    private final boolean patterned;

    SheetView(Sheet sheet, Platen platen, double noise, RandomGenerator random) {
        this.sheet = sheet;
        this.platen = platen;
        this.fibres = new Grain(random.nextLong(), 0.22);
        this.skips = new Grain(random.nextLong(), 0.16);
        this.roughness = 1.5 + 8 * noise;
        this.lid = 205 + 35 * random.nextDouble();
        this.patterned = securityPaper(sheet.copy().form());
        for (int i = 0; i < shading.length; i++) {
            shading[i] = (0.006 + 0.06 * noise) * random.nextGaussian();
        }
    }

    /** Cheques, known by an amount that is written freely, are printed on patterned paper. */
    private static boolean securityPaper(FormDefinition form) {
        return form.fields().stream().map(FieldDefinition::place).anyMatch(Place.Free.class::isInstance);
    }

    /**
     * Returns one channel.
     *
     * @param printed how far the printing covers each pixel, 0 to 255 unsigned
     * @param inked   how far the pen's line covers each pixel, 0 to 255 unsigned
     */
    Plane channel(byte[] printed, byte[] inked, double paper, double printing, double pen) {
        Plane plane = Plane.of(platen.width(), platen.height());
        AffineTransform back = platen.toMillimetres();
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double mx = back.getScaleX() * (x + 0.5) + back.getShearX() * (y + 0.5) + back.getTranslateX();
                double my = back.getShearY() * (x + 0.5) + back.getScaleY() * (y + 0.5) + back.getTranslateY();
                int i = y * plane.width() + x;
                double level = ground(mx, my, paper);
                if (printed[i] != 0) {
                    level += (printing - level) * 0.97 * (printed[i] & 0xFF) / 255;
                }
                if (inked[i] != 0) {
                    double skip = Math.max(0, skips.at(mx, my) - 0.72);
                    level += (pen - level) * sheet.strength() * (1 - 1.3 * skip) * (inked[i] & 0xFF) / 255;
                }
                plane.level()[i] = (float) level;
            }
        }
        return plane;
    }

    /** Covers a channel by what lies above the writing. */
    void cover(Plane plane, Coverage coverage, int channel) {
        AffineTransform back = platen.toMillimetres();
        double[] point = new double[2];
        for (int i = 0; i < plane.level().length; i++) {
            float cover = coverage.mask().level()[i];
            if (cover > 0.002) {
                point[0] = i % plane.width() + 0.5;
                point[1] = i / plane.width() + 0.5;
                back.transform(point, 0, point, 0, 1);
                double bare = coverage.skips() * skips.at(point[0], point[1]);
                plane.level()[i] += (float) ((coverage.paint()[channel] - plane.level()[i]) * cover * (1 - bare));
            }
        }
    }

    private double ground(double x, double y, double paper) {
        FormDefinition form = sheet.copy().form();
        double inside = Math.min(Math.min(x, form.width() - x), Math.min(y, form.height() - y));
        if (inside < 0) {
            // The paper's edge throws a thin shadow on the lid.
            return lid * (inside > -0.5 ? 0.80 - 0.4 * inside : 1);
        }
        double u = x / form.width() - 0.5;
        double v = y / form.height() - 0.5;
        double light = 1 + shading[0] * u + shading[1] * v + shading[2] * u * v - Math.abs(shading[3]) * (u * u + v * v);
        double level = paper * Math.min(1.02, light) + roughness * (fibres.at(x, y) - 0.5);
        return patterned ? level - pattern(x, y) : level;
    }

    /** Fine wavy lines, light enough to stay below any threshold. */
    private static double pattern(double x, double y) {
        double falling = Math.sin(4.4 * (y + 1.6 * Math.sin(0.17 * x)));
        double rising = Math.sin(4.4 * (y - 1.6 * Math.sin(0.17 * x + 1)));
        return 5 + 9 * Math.max(0, Math.max(falling, rising) - 0.7) / 0.3;
    }
}
