package io.penstock.train.explore;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.augment.NamedVariation;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.Rubbish;
import io.penstock.train.data.PublishedSet;
import io.penstock.train.report.BarChart;
import io.penstock.train.report.HtmlPage;
import io.penstock.train.sample.TrainingData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The report on the digit sets: {@code explore.html} with pictures, {@code explore.json} with the figures.
 *
 * @param exploration what was found
 */
public record ExplorationReport(Exploration exploration) {

    private static final long SEED = 1;
    private static final List<String> DIGITS = IntStream.range(0, DigitClassifier.DIGITS).mapToObj(Integer::toString).toList();

    /**
     * Writes both files into a folder, which is made where it is not there.
     *
     * @return the page
     */
    public Path write(Path folder) {
        Path page = folder.resolve("explore.html");
        HtmlPage html = HtmlPage.titled("The digit sets").lead("What Penstock's networks learn from and are measured on: "
            + counted() + ". Test parts are never learnt from.");
        exploration.missing().forEach(html::note);
        classes(html);
        pixels(html);
        writers(html);
        samples(html);
        augmentation(html);
        rubbish(html);
        handwriting(html);
        html.write(page);
        json(folder.resolve("explore.json"));
        return page;
    }

    private String counted() {
        return String.join(", ", exploration.figures().stream().map(set -> set.name() + " (" + number(set.digits()) + ")").toList());
    }

    private void classes(HtmlPage html) {
        html.section("Classes");
        List<List<String>> rows = new ArrayList<>();
        for (int digit = 0; digit < DigitClassifier.DIGITS; digit++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(digit)));
            for (SetFigures set : exploration.figures()) {
                row.add(number(set.byClass()[digit]));
            }
            rows.add(row);
        }
        html.table("Number of each digit", header("digit"), rows);
        bars(html, "share of its set, %", set -> IntStream.of(set.byClass()).mapToDouble(count -> 100.0 * count / set.digits()).toArray());
    }

    private void pixels(HtmlPage html) {
        html.section("Pixels and noise");
        html.table("Pixels from 0 (paper) to 1 (ink); noise in grey levels from 0 to 255",
            List.of("set", "mean", "sd", "ink", "noise: paper", "noise: specks", "noise: Immerkær"),
            exploration.figures().stream().map(ExplorationReport::pixelRow).toList());
        html.note("ink: share of pixels of at least half ink. Noise, paper: standard deviation of pixels further than two pixels from any "
            + "ink. Specks: share of images with a lone piece of one to three inked pixels. Immerkær: his fast estimate of 1996 over the "
            + "whole image, which takes tight curves for noise and so compares sets only. The UCI sets are bilevel scans that were "
            + "normalized as MNIST was: their paper has no noise left.");
        bars(html, "ink, % of pixels", set -> DoubleStream.of(set.inkOf()).map(ink -> 100 * ink).toArray());
    }

    /** A chart for each data set, its training and its test part side by side. */
    private void bars(HtmlPage html, String what, Function<SetFigures, double[]> heights) {
        Map<String, List<SetFigures>> families = exploration.figures().stream()
            .collect(Collectors.groupingBy(set -> set.name().split("-")[0], LinkedHashMap::new, Collectors.toList()));
        families.forEach((family, parts) -> {
            BarChart chart = new BarChart("", "digit", what, DIGITS);
            parts.forEach(part -> chart.series(part.name(), heights.apply(part)));
            html.figure(chart.png(), "bars for each digit of " + family + ": " + what, family + ": " + what);
        });
    }

    private static List<String> pixelRow(SetFigures set) {
        return List.of(set.name(), String.format(Locale.ROOT, "%.4f", set.mean()), String.format(Locale.ROOT, "%.4f", set.sd()),
            percent(set.ink()), String.format(Locale.ROOT, "%.2f", set.noise().paper()), percent(set.noise().specks()),
            String.format(Locale.ROOT, "%.2f", set.noise().laplace()));
    }

    private void writers(HtmlPage html) {
        html.section("Writers");
        exploration.writers().ifPresent(writers -> html.table("MNIST's training digits by writer (QMNIST), seed " + TrainingData.SPLIT_SEED,
            List.of("part", "writers", "digits"), List.of(
                List.of("training", number(writers.trainingWriters()), number(writers.trainingDigits())),
                List.of("validation", number(writers.validationWriters()), number(writers.validationDigits()))))
            .paragraph("No writer is in both parts. A writer wrote " + writers.fewest() + " to " + writers.most() + " digits."));
        html.paragraph("MNIST's test digits are by other writers than its training digits. Semeion and Optical Recognition do not name "
            + "theirs, but are ordered by writer: their halves are by different writers as far as can be known: 40 and 40, about 14 and "
            + "15.");
    }

    private void samples(HtmlPage html) {
        html.section("Samples");
        exploration.sets().forEach((set, digits) -> {
            Specimens specimens = new Specimens(digits);
            html.subsection(set.id());
            html.figure(specimens.sheet(SEED), "samples of " + set.id(), "A row for each digit, drawn at random.");
            html.figure(specimens.means(), "mean digits of " + set.id(), "The mean image of each digit.");
            html.figure(specimens.strangest(), "unusual digits of " + set.id(),
                "The furthest from their digit's mean: label, place in the set.");
        });
    }

    private void augmentation(HtmlPage html) {
        html.section("Augmentation");
        html.paragraph("Every time a digit is shown to a network it is varied anew. Each kind alone, then together; three variants of "
            + "each of five digits.");
        NamedVariation.all().forEach(variation -> html.figure(generated().variants(variation), "variants: " + variation.name(),
            variation.name() + ": " + variation.description()));
    }

    private void rubbish(HtmlPage html) {
        html.section("Rubbish");
        html.paragraph("What stands in boxes and is no digit, as it is generated for the reject class.");
        for (Rubbish kind : Rubbish.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            html.figure(generated().rubbish(kind), "rubbish: " + name, name);
        }
    }

    private void handwriting(HtmlPage html) {
        html.section("Generated hands");
        html.paragraph("Digits in generated handwriting, each by another writer, as a scanner sees them.");
        for (int digit = 0; digit < DigitClassifier.DIGITS; digit++) {
            html.figure(generated().penned(digit), "generated hands: " + digit, Integer.toString(digit));
        }
    }

    private GeneratedSheets generated() {
        DigitSet digits = exploration.sets().get(PublishedSet.MNIST_TRAIN);
        return new GeneratedSheets(digits, SEED);
    }

    private void json(Path file) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("sets", exploration.figures());
        content.put("writers", exploration.writers().orElse(null));
        content.put("missing", exploration.missing());
        try {
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + file + " cannot be written", e);
        }
    }

    private List<String> header(String first) {
        List<String> header = new ArrayList<>(List.of(first));
        exploration.figures().forEach(set -> header.add(set.name()));
        return header;
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
