package io.penstock.app.command.form;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.SettingsOptions;
import io.penstock.app.config.Settings;
import io.penstock.app.draw.ScanReader;
import io.penstock.ingest.IngestConfig;
import io.penstock.schema.Page;
import io.penstock.segment.design.FormProposer;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import io.penstock.segment.image.PageImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forms init}: proposes a definition from scans of a form. */
@Command(name = "init", header = "Propose a form definition from a blank or several filled scans.",
    description = "Finds rows of boxes, single boxes, fiducial squares and frames on the first page of each scan, and prints a definition "
        + "with fields field-1, field-2 ... in reading order. Exit code: 0 a definition was proposed, 1 no field was found.",
    footerHeading = "%nExample:%n", footer = "  ./penstock forms init --name my-form --out my-form.yaml blank.pdf")
final class FormsInitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCAN", arity = "1..*", description = "PDF, TIFF, PNG or JPEG: all of one form.")
    private List<Path> scans;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the form; default: that of the first file.")
    private String name;

    @Option(names = "--dpi", paramLabel = "DPI", description = "Resolution, where scans do not say it; default: the longer side is A4's.")
    private Double dpi;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; default: stdout.")
    private Path out;

    @Mixin
    private SettingsOptions settingsOptions;

    @Override
    public Integer call() throws InterruptedException, InvalidFormException {
        try {
            Settings settings = settingsOptions.settings();
            ScanReader reader = new ScanReader(IngestConfig.of(settings.given()));
            FormProposer proposer = new FormProposer();
            for (Path scan : scans) {
                add(proposer, reader.pages(scan, null, null).get(0));
            }
            String form = name == null ? nameOf(scans.get(0)) : name;
            String yaml = proposer.yaml(form).orElseThrow(() -> CommandFailure.failed("NO_FIELD_FOUND: no row of boxes and no single box "
                + "is printed on " + scans + "; scan a blank form straight and in 200 dpi or more, or write the definition by hand"));
            new FormParser().parse(form, yaml);
            print(yaml);
            return 0;
        } catch (IOException e) {
            throw CommandFailure.failed(e.getMessage());
        }
    }

    private void add(FormProposer proposer, Page page) throws IOException {
        byte[] encoded = new byte[page.getImage().remaining()];
        page.getImage().duplicate().get(encoded);
        try (PageImage image = PageImage.decode(encoded, page.getRotation())
            .orElseThrow(() -> new IOException(page.getDocument() + ": its image cannot be decoded"))) {
            proposer.add(image, page.getDpi() == null ? dpi : page.getDpi());
        }
    }

    private void print(String yaml) throws IOException {
        if (out == null) {
            System.out.print(yaml);
        } else {
            Files.writeString(out, yaml);
            System.out.println(out);
        }
    }

    /** What a form may be called: lower-case letters, digits, dots and dashes. */
    private static String nameOf(Path scan) {
        String slug = scan.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+$", "").replaceAll("[^a-z0-9.]+", "-")
            .replaceFirst("^[^a-z0-9]+", "");
        return slug.isEmpty() ? "form" : slug;
    }
}
