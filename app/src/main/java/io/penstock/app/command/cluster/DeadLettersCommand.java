package io.penstock.app.command.cluster;

import io.penstock.app.client.DeadLetterBox;
import io.penstock.app.client.DeadLetterBox.Entry;
import io.penstock.app.client.DeadLetterReplay;
import io.penstock.app.client.DeadLetterReplay.Result;
import io.penstock.app.client.SourceRecords;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.output.DocumentOutcome.Loss;
import io.penstock.app.output.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dead-letters}: what no stage could handle; lists it, shows it, sends it again. */
@Command(name = "dead-letters", header = "List, show or replay what no stage could handle.",
    subcommands = {DeadLettersCommand.Show.class, DeadLettersCommand.Listing.class, DeadLettersCommand.Replay.class},
    footerHeading = "%nExample:%n", footer = "  ./penstock dead-letters list")
public final class DeadLettersCommand {

    @Command(name = "list", header = "List the dead letters that were not replayed, one JSON line each.",
        footerHeading = "%nExample:%n", footer = "  ./penstock dead-letters list | jq -r .code | sort | uniq -c")
    static final class Listing implements Callable<Integer> {

        @Option(names = "--all", description = "Also those that were replayed.")
        private boolean all;

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() {
            JsonLines lines = new JsonLines();
            box(cluster).forEach(entry -> {
                if (all || !entry.replayed()) {
                    System.out.println(lines.loss(entry.document(),
                        new Loss(entry.why().stage(), entry.why().code(), entry.why().message())));
                }
            });
            return 0;
        }
    }

    @Command(name = "show", header = "Show the dead letters of one document and save their original bytes where asked.",
        footerHeading = "%nExample:%n", footer = "  ./penstock dead-letters show scan-17.pdf --save scan-17.bytes")
    static final class Show implements Callable<Integer> {

        @Parameters(paramLabel = "DOCUMENT", description = "Document id.")
        private String document;

        @Option(names = "--save", paramLabel = "FILE", description = "Write the original bytes of the latest one to this file.")
        private Path save;

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() throws IOException {
            AtomicReference<Entry> latest = new AtomicReference<>();
            box(cluster).forEach(entry -> {
                if (document.equals(entry.document())) {
                    print(entry);
                    latest.set(entry);
                }
            });
            if (latest.get() == null) {
                throw CommandFailure.failed("there is no dead letter of " + document);
            }
            if (save != null) {
                Files.write(save, bytes(latest.get()));
            }
            return 0;
        }

        private static void print(Entry entry) {
            System.out.printf(Locale.ROOT, "document  %s%nstage     %s%ncode      %s%nmessage   %s%n"
                + "source    %s, partition %d, offset %d%nbytes     %d%s%nreplayed  %s%n%n",
                entry.document(), entry.why().stage(), entry.why().code(), entry.why().message(), entry.why().topic(),
                entry.why().partition(), entry.why().offset(), entry.sourceBytes(), entry.pointer() == null ? "" : ", at the source",
                entry.replayed() ? "yes" : "no");
        }

        private byte[] bytes(Entry entry) {
            if (entry.pointer() == null) {
                return entry.bytes();
            }
            try (SourceRecords sources = new SourceRecords(cluster.clients().consumer())) {
                return sources.find(entry).orElseThrow(() -> CommandFailure.failed("the bytes are no longer where they were")).value();
            }
        }
    }

    @Command(name = "replay", header = "Send dead letters to where they came from again, once their cause is mended.",
        description = {"Sends the original bytes and headers to the topic they were read from and prints the document of each; each dead "
            + "letter once. One whose document was submitted again since is left, as it would supersede the newer one."},
        footerHeading = "%nExample:%n",
        footer = {"  ./penstock dead-letters replay scan-17.pdf", "  ./penstock dead-letters replay --code PDF_TOO_MANY_PAGES"})
    static final class Replay implements Callable<Integer> {

        @Parameters(paramLabel = "DOCUMENT", arity = "0..*", description = "Document ids.")
        private List<String> documents;

        @Option(names = "--code", paramLabel = "CODE", description = "Every dead letter with this code.")
        private String code;

        @Option(names = "--all", description = "Every dead letter.")
        private boolean all;

        @Option(names = "--superseding", description = "Also where the document was submitted again since: the older one wins then.")
        private boolean superseding;

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() {
            if (documents == null && code == null && !all) {
                throw CommandFailure.badArguments("say which: document ids, --code CODE or --all");
            }
            Map<Result, Integer> counts = new EnumMap<>(Result.class);
            new DeadLetterReplay(cluster.clients(), cluster.settings().pipeline().topics(), superseding).replay(this::isChosen, report -> {
                counts.merge(report.result(), 1, Integer::sum);
                if (report.result() == Result.REPLAYED) {
                    System.out.println(report.document());
                } else {
                    System.err.println("penstock: " + report.document() + " is left: " + report.message());
                }
            });
            if (counts.isEmpty()) {
                throw CommandFailure.failed("no such dead letter is left to be replayed: './penstock dead-letters list' shows them");
            }
            if (counts.containsKey(Result.SUPERSEDED)) {
                System.err.println("penstock: --superseding replays older submissions over newer ones");
            }
            return counts.containsKey(Result.FAILED) || counts.containsKey(Result.GONE) ? CommandFailure.FAILED : 0;
        }

        private boolean isChosen(Entry entry) {
            return all || entry.why().code().equals(code) || documents != null && documents.contains(entry.document());
        }
    }

    private static DeadLetterBox box(ClusterOptions cluster) {
        return new DeadLetterBox(cluster.clients(), cluster.settings().pipeline().topics());
    }
}
