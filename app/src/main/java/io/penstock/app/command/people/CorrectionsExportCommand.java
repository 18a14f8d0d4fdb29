package io.penstock.app.command.people;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.corrections.AuditListing;
import io.penstock.app.corrections.CorrectionExport;
import io.penstock.app.corrections.LeaveOut;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code corrections export}: writes a labelled set of what people read, and a listing of who did. */
@Command(name = "export", header = "Write what people read as a labelled set, for evaluate, calibrate and train.",
    description = "For each kind of field a folder with cut-outs and truth.csv, and glyphs with their digits in digits/corrections. The "
        + "last answer to a review holds. Pictures are cut from the topic of pages: what is older than that keeps is counted and left out. "
        + "They are pieces of people's documents: keep them where those may be kept.",
    footerHeading = "%nExample:%n", footer = {"  ./penstock corrections export --out labelled --audit audit.csv",
        "  ./penstock evaluate numbers --as amount --truth labelled/amount/truth.csv",
        "  ./penstock calibrate --as amount --truth labelled/amount/truth.csv --out contract.json"})
final class CorrectionsExportCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder that is written; not there yet, or empty.")
    private Path out;

    @Option(names = "--leave-out", split = ",", paramLabel = "NAME", defaultValue = "account",
        description = "Kinds or names of fields that must not leave, divided by commas; default: ${DEFAULT-VALUE}.")
    private Set<String> leaveOut;

    @Option(names = "--pages", description = "Also write the whole pages, with truth: fields in boxes can be read only with their form. "
        + "What is left out is painted white; names, addresses and signatures are not.")
    private boolean pages;

    @Option(names = "--audit", paramLabel = "FILE", description = "Also write who saw and typed what, when and how long, as CSV; all that "
        + "was typed, not only what holds. Into a file that is not there yet.")
    private Path audit;

    @Mixin
    private ClusterOptions cluster;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && !isEmpty(out)) {
            throw CommandFailure.badArguments(out + " is not empty: name a folder that is not there yet");
        }
        if (audit != null && Files.exists(audit)) {
            throw CommandFailure.badArguments(audit + " is there already, and a listing is never written over: name another file");
        }
        KafkaClients clients = cluster.clients();
        TopicCatalogue topics = clients.topics();
        LeaveOut policy = new LeaveOut(leaveOut);
        CorrectionExport.Report report = CorrectionExport.write(clients, topics, policy, pages, out);
        report.byKind().forEach((kind, count) -> System.out.println(kind + "\t" + count));
        command.commandLine().getErr().println("penstock: " + report.digits() + " digits; not written: " + report.held() + " of "
            + leaveOut + ", "
            + report.gone() + " whose page is not kept any more, " + report.unlabelled() + " that are no certain label");
        if (audit != null) {
            Files.write(audit, AuditListing.read(clients, topics, policy), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
        return 0;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
