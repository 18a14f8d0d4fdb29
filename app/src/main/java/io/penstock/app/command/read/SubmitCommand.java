package io.penstock.app.command.read;

import io.penstock.app.client.Refusal;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.ScanFiles;
import io.penstock.app.client.Submitter;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.DocumentOptions;
import io.penstock.app.output.Progress;
import io.penstock.app.output.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code submit}: sends scans to a running cluster. */
@Command(name = "submit", header = "Send scans to a running cluster.",
    description = "Prints the id of each document that was sent. A later submission of the same id supersedes an earlier one.",
    footerHeading = "%nExample:%n", footer = "  ./penstock submit --form tally scans/*.pdf && ./penstock consume results")
public final class SubmitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Scans (PDF, TIFF, PNG, JPEG) and folders of them; - is standard input.")
    private List<Path> paths;

    @Mixin
    private DocumentOptions documents;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException {
        ScanFiles files = documents.scans(paths);
        int refused = 0;
        try (Submitter submitter = new Submitter(cluster.clients().producer(), cluster.settings().pipeline());
             Progress progress = Terminal.ofLauncher().progress("submitting", files.scans().size(), System.err)) {
            for (ScanFile scan : files.scans()) {
                Optional<Refusal> refusal = submitter.submit(scan, documents.headers());
                refusal.ifPresentOrElse(
                    why -> System.err.println("penstock: " + scan.path() + ": " + why.code() + ": " + why.message()),
                    () -> System.out.println(scan.document()));
                refused += refusal.isPresent() ? 1 : 0;
                progress.step();
            }
            submitter.flush();
        }
        return refused == 0 ? 0 : CommandFailure.FAILED;
    }
}
