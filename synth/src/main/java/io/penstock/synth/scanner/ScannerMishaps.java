package io.penstock.synth.scanner;

import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Spoils the picture of a page as dirty, jerking and badly set scanners do. */
public final class ScannerMishaps {

    private final Mishaps mishaps;
    private final long page;

    /**
     * Creates the mishaps of one page.
     *
     * @param page decides on everything that is left to chance
     */
    public ScannerMishaps(Mishaps mishaps, long page) {
        this.mishaps = mishaps;
        this.page = page;
    }

    /** Returns the picture of a page, spoilt. */
    public BufferedImage spoil(Scan scan) {
        BufferedImage image = scan.image();
        if (mishaps.any(Mishap.JERK)) {
            image = new Jerk(mishaps.strength(Mishap.JERK), scan.perMillimetre(), Mishap.JERK.chance(page)).draw(image, scan.rooms());
        }
        if (mishaps.any(Mishap.SHADOW)) {
            new Shadow(mishaps.strength(Mishap.SHADOW), scan.perMillimetre(), Mishap.SHADOW.chance(page)).draw(image, scan.sheets());
        }
        if (mishaps.any(Mishap.STREAKS)) {
            new Streaks(mishaps.strength(Mishap.STREAKS), scan.perMillimetre(), Mishap.STREAKS.chance(page)).draw(image, scan.rooms());
        }
        RandomGenerator cut = Mishap.CROPPED.chance(page);
        if (cut.nextDouble() < mishaps.strength(Mishap.CROPPED)) {
            image = new Window(cut).cropped(image, scan.fields());
        }
        return mishaps.any(Mishap.STRETCHED)
            ? new Window(Mishap.STRETCHED.chance(page)).stretched(image, mishaps.strength(Mishap.STRETCHED)) : image;
    }
}
