package io.penstock.app.command.read;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.DocumentOptions;
import io.penstock.app.command.option.FormOptions;
import io.penstock.app.command.option.Interruption;
import io.penstock.app.command.option.LibraryLog;
import io.penstock.app.command.option.SettingsOptions;
import io.penstock.app.config.Settings;
import io.penstock.app.library.NativeLibrary;
import io.penstock.app.output.Progress;
import io.penstock.app.output.ResultFormat;
import io.penstock.app.output.ResultPrinter;
import io.penstock.app.output.Terminal;
import io.penstock.app.process.StartWatchdog;
import io.penstock.app.read.ReadRequest;
import io.penstock.app.read.ReadSession;
import io.penstock.app.stage.Stage;
import io.penstock.classify.ClassifyConfig;
import io.penstock.sink.SinkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public final class ReadCommand implements Callable<Integer> {

    @Mixin
    private FormOptions forms;

    @Mixin
    private DocumentOptions documents;

    @Option(names = "--format", paramLabel = "FORMAT",
        description = "${COMPLETION-CANDIDATES}; default: table on a terminal, jsonl elsewhere.")
    private ResultFormat format;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Scans (PDF, TIFF, PNG, JPEG) and folders of them; - is standard input.")
    private List<Path> paths;

    @Mixin
    private SettingsOptions settingsOptions;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LibraryLog.embeddedBroker();
        Settings settings = settingsOptions.settings();
        ClassifyConfig.of(settings.given()).verify();
        SinkConfig.of(settings.given()).riskContracts();
        ReadRequest request = request();
        Terminal terminal = Terminal.ofLauncher();
        ResultFormat chosen = format != null ? format : terminal.stdout() ? ResultFormat.table : ResultFormat.jsonl;
        ResultPrinter printer = chosen.printer(System.out);
        try (StartWatchdog watchdog = StartWatchdog.begin(StartWatchdog.PATIENCE);
             Interruption interruption = Interruption.onShutdown();
             Progress progress = terminal.progress("reading", request.scans().size(), System.err)) {
            NativeLibrary.load(Stage.reading());
            Optional<String> trouble = ReadSession.embedded(settings, request, outcome -> {
                watchdog.end();
                printer.document(outcome);
                System.out.flush();
                progress.step();
            }, interruption::isAsked);
            trouble.ifPresent(why -> System.err.println("penstock: some documents were given up: " + why));
            return trouble.isPresent() ? CommandFailure.FAILED : 0;
        }
    }

    private ReadRequest request() throws IOException {
        Map<String, String> headers = documents.headers();
        return new ReadRequest(documents.scans(paths).scans(), forms.read(documents.form()), headers);
    }
}
