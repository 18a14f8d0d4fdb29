package io.penstock.synth.sample;

import io.penstock.segment.form.FormDefinition;
import io.penstock.synth.form.Entry;
import io.penstock.synth.form.FormFiller;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.SampleOptions;
import io.penstock.synth.option.ScanFormat;
import io.penstock.synth.option.ScanOptions;
import io.penstock.synth.paper.PageMishaps;
import io.penstock.synth.paper.Sheet;
import io.penstock.synth.scanner.Flatbed;
import io.penstock.synth.scanner.Platen;
import io.penstock.synth.scanner.Scan;
import io.penstock.synth.scanner.ScanEncoder;
import io.penstock.synth.scanner.Scanner;
import io.penstock.synth.scanner.ScannerMishaps;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The generator of sample scans: filled forms in the project's own handwriting, with the truth beside them.
 *
 * <p>Files are called after their form and a running number. {@code truth.csv} has the columns {@code file,field,written,value}; the
 * lines of a file with several pages follow each other page by page. {@code written} is what the boxes hold, in order: {@code X} a
 * filler mark, {@code _} an empty box. {@code value} is the number's digits, without leading zeros where they mean nothing; with
 * {@link Mishap#MARKS} amounts have a decimal point. With {@link Mishap#COPIES} there are two more columns, {@code form,copy}: the copies
 * on a page are numbered from 1, from top to bottom, then from left to right.
 */
public final class SampleGenerator {

    /** Name of the file that holds the truth. */
    public static final String TRUTH_FILE = "truth.csv";

    private static final int[] USUAL_DPI = {100, 150, 200, 240, 300, 400, 600};

    /** What sheets one below the other on a flatbed measure together, millimetres. */
    private static final double MOST_HEIGHT = 265;

    private final SampleOptions options;
    private final List<FormDefinition> forms;
    private final Scanner scanner;

    private SampleGenerator(SampleOptions options, List<FormDefinition> forms) {
        this.options = options;
        this.forms = List.copyOf(forms);
        this.scanner = new Scanner(options.scan().noise());
    }

    /**
     * Writes samples and their truth into a directory, which is created where missing; files of the same names are replaced.
     *
     * @param options  the knobs
     * @param forms    the forms, taken in turn; at least one
     * @param out      the directory
     * @param progress told of each file
     * @return the scans, in the order of their numbers
     * @throws IllegalArgumentException where there is no form, or one cannot be filled in with valid numbers
     * @throws IOException              where a file cannot be written
     */
    public static List<Path> generate(SampleOptions options, List<FormDefinition> forms, Path out, ProgressListener progress)
            throws IOException {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("give at least one form to fill in");
        }
        return new SampleGenerator(options, forms).generate(out, progress);
    }

    private List<Path> generate(Path out, ProgressListener progress) throws IOException {
        Files.createDirectories(out);
        TruthTable truth = new TruthTable(options.mishaps().any(Mishap.COPIES));
        List<Path> files = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(options.seed());
        for (int i = 0; i < options.count(); i++) {
            files.add(sample(i, seeds.split(), out, truth));
            progress.written(i + 1, options.count(), files.get(i));
        }
        Files.writeString(out.resolve(TRUTH_FILE), truth.csv(), StandardCharsets.UTF_8);
        return files;
    }

    private Path sample(int index, RandomGenerator random, Path out, TruthTable truth) throws IOException {
        FormDefinition form = forms.get(index % forms.size());
        List<ScanFormat> formats = options.scan().formats();
        ScanFormat format = formats.get((index + index / rounds()) % formats.size());
        String name = String.format(Locale.ROOT, "%s-%04d.%s", form.name(), index + 1, format.extension());
        int dpi = dpi(random);
        boolean colour = !format.bilevel() && colour(random);
        List<BufferedImage> pages = new ArrayList<>();
        int count = format.multiPage() ? 1 + random.nextInt(options.pages()) : 1;
        for (int page = 0; page < count; page++) {
            // mishaps draw from chances of their own: what they leave alone stays the same
            long seed = 31L * options.seed() + 7919L * index + page;
            RandomGenerator bad = new SplittableRandom(seed);
            Scan scan = scan(form, new Look(dpi, colour), random, bad, seed, entries -> truth.add(name, form, 1, entries));
            Scan whole = options.mishaps().any(Mishap.COPIES) ? withCompany(scan, form, new Look(dpi, colour), seed, name, truth) : scan;
            BufferedImage seen = new ScannerMishaps(options.mishaps(), seed).spoil(whole);
            pages.add(new PageMishaps(options.mishaps(), bad).spoil(seen));
        }
        double quality = 0.92 - 0.5 * options.scan().noise() - 0.06 * random.nextDouble();
        Path file = out.resolve(name);
        Files.write(file, new ScanEncoder(dpi, quality).encode(pages, format));
        return file;
    }

    /**
     * How a page is looked at.
     *
     * @param dpi    resolution
     * @param colour three channels, not one
     */
    private record Look(int dpi, boolean colour) {
    }

    private Scan scan(FormDefinition form, Look look, RandomGenerator random, RandomGenerator bad, long seed, Consumer<List<Entry>> truth) {
        List<Entry> entries = new FormFiller(options.pen().blank(), random, options.mishaps().strength(Mishap.MARKS),
            Mishap.MARKS.chance(seed)).fill(form);
        truth.accept(entries);
        Platen platen = Platen.lay(form, options.scan().skew(), look.dpi(), random);
        Sheet sheet = new SheetFiller(options, bad, seed).fill(form, entries, random);
        return Scan.of(scanner.scan(sheet, platen, look.colour(), random), sheet.copy(), platen);
    }

    /** The scan of a form, on some pages with others on the same page. */
    private Scan withCompany(Scan first, FormDefinition form, Look look, long seed, String name, TruthTable truth) {
        RandomGenerator chance = Mishap.COPIES.chance(seed);
        if (chance.nextDouble() >= options.mishaps().strength(Mishap.COPIES)) {
            return first;
        }
        List<Scan> scans = new ArrayList<>(List.of(first));
        for (FormDefinition other : company(form, chance)) {
            int copy = scans.size() + 1;
            long own = seed * 31 + copy;
            scans.add(scan(other, look, chance, new SplittableRandom(own), own, entries -> truth.add(name, other, copy, entries)));
        }
        return Platen.isSmall(form) ? new Flatbed(chance).below(scans) : new Flatbed(chance).twoUp(scans);
    }

    /** One to three more small sheets, as many as the glass holds, of this form or others; one more of a large one. */
    private List<FormDefinition> company(FormDefinition form, RandomGenerator chance) {
        if (!Platen.isSmall(form)) {
            return List.of(form);
        }
        List<FormDefinition> small = forms.stream().filter(Platen::isSmall).toList();
        List<FormDefinition> others = new ArrayList<>();
        int count = 1 + chance.nextInt(3);
        double used = form.height();
        for (int i = 0; i < count; i++) {
            FormDefinition other = chance.nextDouble() < 0.6 ? form : small.get(chance.nextInt(small.size()));
            used += other.height();
            if (i == 0 || used < MOST_HEIGHT) {
                others.add(other);
            }
        }
        return others;
    }

    /** Samples until forms and formats pair up as before; moving on by one then, every form meets every format. */
    private int rounds() {
        int pairs = forms.size();
        while (pairs % options.scan().formats().size() != 0) {
            pairs += forms.size();
        }
        return pairs;
    }

    private int dpi(RandomGenerator random) {
        ScanOptions scan = options.scan();
        int[] usual = IntStream.of(USUAL_DPI).filter(d -> d >= scan.minDpi() && d <= scan.maxDpi()).toArray();
        return usual.length == 0 ? scan.minDpi() : usual[random.nextInt(usual.length)];
    }

    private boolean colour(RandomGenerator random) {
        return switch (options.scan().tone()) {
            case COLOUR -> true;
            case GREY -> false;
            case MIXED -> random.nextBoolean();
        };
    }
}
