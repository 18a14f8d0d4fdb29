package io.penstock.synth.scanner;

import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import io.penstock.synth.paper.FormCopy;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    public BufferedImage spoil(BufferedImage image, FormCopy copy, Platen platen) {
        if (mishaps.any(Mishap.STREAKS)) {
            new Streaks(mishaps.strength(Mishap.STREAKS), platen.dpi(), Mishap.STREAKS.chance(page)).draw(image, targets(copy, platen));
        }
        return image;
    }

    /** Boxes and free fields, as rectangles of pixels. */
    private static List<Rectangle2D> targets(FormCopy copy, Platen platen) {
        return copy.form().fields().stream().flatMap(field -> areas(copy.places().get(field.name())))
            .map(area -> new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()))
            .map(area -> platen.toPixels().createTransformedShape(area).getBounds2D()).toList();
    }

    private static Stream<Area> areas(Place place) {
        return place instanceof Place.Boxes boxes
            ? boxes.combs().stream().flatMap(comb -> IntStream.range(0, comb.boxes()).mapToObj(comb::box))
            : Stream.of(place.area());
    }
}
