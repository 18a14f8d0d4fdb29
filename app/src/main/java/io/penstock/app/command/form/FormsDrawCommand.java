package io.penstock.app.command.form;

import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.FormOptions;
import io.penstock.app.command.option.SettingsOptions;
import io.penstock.app.config.Settings;
import io.penstock.app.draw.FormOverlay;
import io.penstock.app.read.DirectReader;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.SegmentOutcome;
import io.penstock.segment.form.FormDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forms draw}: draws what was found over a scan. */
@Command(name = "draw", header = "Draw the form, its fields, their glyphs and what was read over a scan.",
    description = "Writes one PNG for each page and prints its path: printed lines blue, fields green, glyphs orange, blank boxes grey, "
        + "ink that nothing explains magenta; "
        + "above each field its name and what was read, above the page how far its print lies from the definition.",
    footerHeading = "%nExample:%n", footer = "  ./penstock forms draw --forms my-form.yaml --out drawn scan.pdf")
final class FormsDrawCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCAN", description = "PDF, TIFF, PNG or JPEG.")
    private Path scan;

    @Option(names = "--form", paramLabel = "NAME", description = "It is this form; otherwise it is identified.")
    private String form;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to write; default: the working folder.")
    private Path out;

    @Mixin
    private FormOptions forms;

    @Mixin
    private SettingsOptions settingsOptions;

    @Override
    public Integer call() throws InterruptedException {
        try {
            Settings settings = settingsOptions.settings();
            List<FormDefinition> definitions = forms.read(Optional.ofNullable(form)).stream().map(FormFile::definition).toList();
            Files.createDirectories(out);
            try (DirectReader reader = new DirectReader(settings, definitions)) {
                for (Page page : reader.pages(scan, form, null)) {
                    draw(page, definitions, reader);
                }
            }
            return 0;
        } catch (IOException e) {
            throw CommandFailure.failed(e.getMessage());
        }
    }

    private void draw(Page page, List<FormDefinition> definitions, DirectReader reader) throws IOException {
        SegmentOutcome outcome = reader.segment(page);
        if (outcome instanceof SegmentOutcome.Refused refused) {
            throw CommandFailure.failed(refused.error() + ": " + refused.message());
        }
        SegmentedPage found = ((SegmentOutcome.Segmented) outcome).page();
        if (found.getMatch() == null || found.getFields().isEmpty()) {
            System.err.println("penstock: page " + page.getNumber() + ": " + String.join(" ", found.getReasons()));
        } else if (!found.getBeside().isEmpty()) {
            System.err.println("penstock: page " + page.getNumber() + ": " + String.join(" ", found.getBeside()));
        }
        Map<Integer, String> readings = reader.numbers(found).stream().filter(number -> number.getField() != null)
            .collect(Collectors.toMap(RecognizedNumber::getIndex, FormsDrawCommand::reading));
        Path file = out.resolve(scan.getFileName() + "-" + page.getNumber() + ".png");
        ImageIO.write(FormOverlay.draw(page, found, definitions, readings), "png", file.toFile());
        System.out.println(file);
    }

    private static String reading(RecognizedNumber number) {
        Double confidence = number.getConfidence();
        // cut off, so that what is not certain never shows as 1
        String shown = confidence == null ? "" : String.format(Locale.ROOT, " %.4f", Math.floor(1e4 * confidence) / 1e4);
        return "= " + number.getText() + shown + " " + number.getStatus();
    }
}
