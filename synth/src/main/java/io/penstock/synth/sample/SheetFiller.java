package io.penstock.synth.sample;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Place;
import io.penstock.synth.form.Entry;
import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.Writer;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import io.penstock.synth.option.SampleOptions;
import io.penstock.synth.paper.Debris;
import io.penstock.synth.paper.FormCopy;
import io.penstock.synth.paper.Layer;
import io.penstock.synth.paper.Paint;
import io.penstock.synth.paper.Sheet;
import io.penstock.synth.pen.Erasures;
import io.penstock.synth.pen.Fading;
import io.penstock.synth.pen.FieldPen;
import io.penstock.synth.pen.InkMishaps;
import io.penstock.synth.pen.MarkSizes;
import io.penstock.synth.pen.Slashes;
import io.penstock.synth.pen.TallStrokes;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Prints a copy of a form and has somebody fill it in, with what goes wrong on the way. */
final class SheetFiller {

    private final SampleOptions options;
    private final Mishaps mishaps;
    private final long seed;
    private final InkMishaps spoiler;
    private final Fading fading;
    private final MarkSizes sizes;
    private final TallStrokes tall;
    private final Slashes slashes;
    private final Erasures erasures;

    /**
     * Creates a filler for one sheet.
     *
     * @param bad  the chance of the first mishaps
     * @param seed decides on the others
     */
    SheetFiller(SampleOptions options, RandomGenerator bad, long seed) {
        this.options = options;
        this.mishaps = options.mishaps();
        this.seed = seed;
        double sloppiness = options.pen().sloppiness();
        this.spoiler = new InkMishaps(mishaps, new Writer(bad.nextLong(), sloppiness), bad);
        this.fading = new Fading(mishaps.strength(Mishap.FADING), Mishap.FADING.chance(seed));
        this.sizes = new MarkSizes(Mishap.MARKS.chance(~seed));
        this.tall = new TallStrokes(mishaps.strength(Mishap.TALL), Mishap.TALL.chance(seed));
        this.slashes = new Slashes(mishaps.strength(Mishap.SLASHES), Mishap.SLASHES.chance(seed));
        this.erasures = new Erasures(mishaps.strength(Mishap.ERASED), new Writer(seed, sloppiness), Mishap.ERASED.chance(seed));
    }

    Sheet fill(FormDefinition form, List<Entry> entries, RandomGenerator random) {
        Writer writer = new Writer(random.nextLong(), options.pen().sloppiness());
        FieldPen pen = new FieldPen(writer, options.pen(), random);
        FormCopy copy = FormCopy.print(form, random);
        Ink ink = Ink.none();
        for (Entry entry : entries) {
            Place place = copy.places().get(entry.field().name());
            ink = ink.and(written(pen.write(entry, place), entry.penned(), place));
        }
        double strength = (0.9 + 0.09 * random.nextDouble()) * (1 - 0.8 * options.pen().faint());
        Paint paper = Paint.paper(random);
        Paint printing = Paint.print(random);
        Paint colour = Paint.ink(random);
        List<Layer> layers = new ArrayList<>(erasures.layers(colour, strength));
        layers.addAll(fading.layers(colour, strength));
        layers.addAll(new Debris(mishaps, copy, seed).layers());
        return new Sheet(copy, ink, paper, printing, colour, strength, layers);
    }

    /** What of a field is written as usual; the rest is kept for layers. */
    private Ink written(List<Ink> penned, String symbols, Place place) {
        List<Ink> written = penned;
        if (mishaps.any(Mishap.MARKS) && place instanceof Place.Free) {
            written = sizes.resize(written, symbols);
        }
        written = tall.stretch(written, symbols, place.area());
        written = fading.fade(erasures.erase(written, place));
        Ink ink = spoiler.spoil(Ink.of(written), place);
        return place instanceof Place.Boxes boxes ? ink.and(slashes.cancel(symbols, boxes)) : ink;
    }
}
