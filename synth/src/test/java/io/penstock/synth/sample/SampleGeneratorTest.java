package io.penstock.synth.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.segment.form.FormDefinition;
import io.penstock.synth.form.TestForms;
import io.penstock.synth.option.PenOptions;
import io.penstock.synth.option.SampleOptions;
import io.penstock.synth.option.ScanFormat;
import io.penstock.synth.option.ScanOptions;
import io.penstock.synth.option.Tone;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGeneratorTest {

    private static final List<FormDefinition> FORMS = List.of(TestForms.tally(), TestForms.cheque());

    /** A seed by which the first file that may have one or two pages has two. */
    private static final long TWO_PAGES = 2;

    @TempDir
    private Path directory;

    private static SampleOptions options(int count, int pages, long seed, double noise, Tone tone, ScanFormat... formats) {
        return new SampleOptions(count, pages, seed, PenOptions.defaults(), new ScanOptions(1.5, noise, 150, 150, tone, List.of(formats)));
    }

    private List<Path> generate(String name, SampleOptions options) throws IOException {
        return SampleGenerator.generate(options, FORMS, directory.resolve(name), (done, total, file) -> { });
    }

    @Test
    void sameSeedGivesTheSameBytesInEveryFormat() throws IOException {
        SampleOptions options = options(5, 2, 42, 0.2, Tone.MIXED, ScanFormat.values());
        List<Path> once = generate("once", options);
        List<Path> again = generate("again", options);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i)).as("%s", once.get(i).getFileName()).hasSameBinaryContentAs(once.get(i));
        }
        assertThat(directory.resolve("once/truth.csv")).hasSameBinaryContentAs(directory.resolve("again/truth.csv"));
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws IOException {
        generate("once", options(2, 1, 42, 0.2, Tone.GREY, ScanFormat.PNG));
        generate("other", options(2, 1, 43, 0.2, Tone.GREY, ScanFormat.PNG));
        assertThat(Files.readString(directory.resolve("once/truth.csv")))
            .isNotEqualTo(Files.readString(directory.resolve("other/truth.csv")));
    }

    @Test
    void everyFormatCanBeDecodedAtItsResolution() throws IOException {
        for (ScanFormat format : ScanFormat.values()) {
            Path file = generate(format.name(), options(1, 2, TWO_PAGES, 0.2, Tone.COLOUR, format)).get(0);
            List<BufferedImage> pages = format.extension().equals("pdf") ? pdfPages(file) : imagePages(file);
            assertThat(pages).as("pages of %s", format).hasSize(format.multiPage() ? 2 : 1);
            // 90 mm and up to 6 mm of the lid on either side, at 150 dpi.
            assertThat(pages).allSatisfy(page -> assertThat(page.getWidth()).isBetween(530, 625));
            assertThat(pages).allSatisfy(page -> assertThat(darkShare(page)).isBetween(0.01, 0.15));
        }
    }

    private static List<BufferedImage> pdfPages(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(new PDFRenderer(document).renderImageWithDPI(i, 150));
            }
            return pages;
        }
    }

    private static List<BufferedImage> imagePages(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                pages.add(reader.read(i));
            }
            reader.dispose();
            return pages;
        }
    }

    private static double darkShare(BufferedImage page) {
        int dark = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                dark += (page.getRGB(x, y) >> 8 & 0xFF) < 128 ? 1 : 0;
            }
        }
        return (double) dark / (page.getWidth() * page.getHeight());
    }

    @Test
    void truthHasALineForEachFieldOfEachPage() throws IOException {
        List<Path> files = generate("truth", options(4, 2, TWO_PAGES, 0.2, Tone.GREY, ScanFormat.TIFF_G4, ScanFormat.JPEG));
        List<String> lines = Files.readAllLines(directory.resolve("truth/truth.csv"));
        assertThat(lines.get(0)).isEqualTo("file,field,written,value");
        Map<String, Integer> count = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).as(line).hasSize(4);
            assertThat(cells[2]).as(line).matches("[0-9X_]+");
            assertThat(cells[3]).as(line).matches("[0-9]*");
            count.merge(cells[0] + " " + cells[1], 1, Integer::sum);
        }
        assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(
            "mini-tally-0001.tif", "mini-cheque-0002.jpg", "mini-tally-0003.jpg", "mini-cheque-0004.tif");
        assertThat(count).containsEntry("mini-tally-0001.tif sum", 2).containsEntry("mini-cheque-0002.jpg amount", 1);
    }

    @Test
    void noiseMakesAScanNoisier() throws IOException {
        Path clean = generate("clean", options(1, 1, 5, 0, Tone.GREY, ScanFormat.PNG)).get(0);
        Path noisy = generate("noisy", options(1, 1, 5, 1, Tone.GREY, ScanFormat.PNG)).get(0);
        assertThat(Files.size(noisy)).isGreaterThan(Files.size(clean) * 5 / 4);
    }

    @Test
    void progressIsTold() throws IOException {
        List<String> told = new ArrayList<>();
        SampleGenerator.generate(options(2, 1, 1, 0, Tone.GREY, ScanFormat.PNG), FORMS, directory.resolve("told"),
            (done, total, file) -> told.add(done + "/" + total + " " + file.getFileName()));
        assertThat(told).containsExactly("1/2 mini-tally-0001.png", "2/2 mini-cheque-0002.png");
    }

    @Test
    void knobsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new PenOptions(2, 0, 0, 0)).hasMessage("sloppiness is from 0 to 1, not 2");
        assertThatThrownBy(() -> options(0, 1, 1, 0, Tone.GREY, ScanFormat.PNG)).hasMessageContaining("count");
        assertThatThrownBy(() -> options(1, 1, 1, 0, Tone.GREY)).hasMessageContaining("format");
        assertThatThrownBy(() -> SampleGenerator.generate(SampleOptions.defaults(), List.of(), directory, (d, t, f) -> { }))
            .hasMessageContaining("form");
    }
}
