package io.penstock.app.command;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.client.ScanFiles;
import io.penstock.app.config.Settings;
import io.penstock.app.files.TemporaryFolder;
import io.penstock.app.output.Progress;
import io.penstock.app.output.ResultFormat;
import io.penstock.app.output.ResultPrinter;
import io.penstock.app.output.Terminal;
import io.penstock.app.read.ReadRequest;
import io.penstock.app.read.ReadSession;
import io.penstock.segment.form.InvalidFormException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code read}: the whole pipeline on an embedded broker over files and folders. */
@Command(name = "read", header = "Read the numbers on scans: one line for each.",
    description = "Runs the whole pipeline on a broker of its own, until every document has its outcome. Results go to stdout, "
        + "the log to stderr.",
    footerHeading = "%nExample:%n",
    footer = {"  ./penstock read samples", "  ./penstock read --form tally --format jsonl scans/*.pdf",
        "Exit code: 0 every document was handled (review and dead letters included), 1 some were given up, 2 bad arguments."})
final class ReadCommand implements Callable<Integer> {

    private static final Set<String> KINDS = Set.of("zip", "amount", "integer", "date", "routing", "account", "digits");

    @Option(names = "--forms", paramLabel = "DIR_OR_FILE", description = "Form definitions; default: those that ship.")
    private List<Path> forms = new ArrayList<>();

    @Option(names = "--form", paramLabel = "NAME", description = "Every scan is this form; otherwise it is identified.")
    private String form;

    @Option(names = "--as", paramLabel = "KIND",
        description = "Every image is one field of this kind and no form: zip, amount, integer, date, routing, account, digits.")
    private String kind;

    @Option(names = "--format", paramLabel = "FORMAT",
        description = "${COMPLETION-CANDIDATES}; default: table on a terminal, jsonl elsewhere.")
    private ResultFormat format;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Scans (PDF, TIFF, PNG, JPEG) and folders of them.")
    private List<Path> paths;

    @Mixin
    private SettingsOptions settingsOptions;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = settingsOptions.settings();
        ReadRequest request = request();
        Terminal terminal = Terminal.ofLauncher();
        ResultFormat chosen = format != null ? format : terminal.stdout() ? ResultFormat.table : ResultFormat.jsonl;
        ResultPrinter printer = chosen.printer(System.out);
        try (TemporaryFolder stateDir = TemporaryFolder.create("penstock-state-");
             EmbeddedBroker broker = EmbeddedBroker.temporary();
             Progress progress = terminal.progress("reading", request.scans().size(), System.err)) {
            Path stores = settings.pipeline().stateDir().orElse(stateDir.path());
            Optional<String> trouble = new ReadSession(settings, broker.bootstrapServers(), stores).read(request, outcome -> {
                printer.document(outcome);
                System.out.flush();
                progress.step();
            });
            trouble.ifPresent(why -> System.err.println("penstock: some documents were given up: " + why));
            return trouble.isPresent() ? CommandFailure.FAILED : 0;
        }
    }

    private ReadRequest request() throws IOException {
        if (form != null && kind != null) {
            throw CommandFailure.badArguments("--form and --as exclude each other: an image is a form or one field");
        }
        if (kind != null && !KINDS.contains(kind.toLowerCase(Locale.ROOT))) {
            throw CommandFailure.badArguments("there is no kind " + kind + ": " + String.join(", ", KINDS.stream().sorted().toList()));
        }
        return new ReadRequest(scans().scans(), formFiles(), headers());
    }

    private ScanFiles scans() throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw CommandFailure.badArguments("there is no file or folder " + path);
            }
        }
        ScanFiles found = ScanFiles.among(paths);
        if (!found.skipped().isEmpty()) {
            System.err.println("penstock: skipped " + found.skipped().size() + " files in folders that are no scans by their names, such as "
                + found.skipped().get(0));
        }
        if (found.scans().isEmpty()) {
            throw CommandFailure.badArguments("there is no scan (.pdf .tif .tiff .png .jpg .jpeg) in " + paths);
        }
        return found;
    }

    private List<FormFile> formFiles() throws IOException {
        List<Path> places = forms.isEmpty() ? List.of(Home.resolve("forms")) : forms;
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw CommandFailure.badArguments("there is no form definition or folder " + place);
            }
        }
        try {
            List<FormFile> files = FormFiles.read(places);
            if (form != null && files.stream().noneMatch(file -> file.definition().name().equals(form))) {
                throw CommandFailure.badArguments("there is no form " + form + " among "
                    + files.stream().map(file -> file.definition().name()).toList());
            }
            return files;
        } catch (InvalidFormException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        if (form != null) {
            headers.put("form", form);
        }
        if (kind != null) {
            headers.put("kind", kind.toLowerCase(Locale.ROOT));
        }
        return headers;
    }
}
