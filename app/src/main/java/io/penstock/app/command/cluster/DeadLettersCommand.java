package io.penstock.app.command.cluster;

import io.penstock.app.client.DeadLetterBox;
import io.penstock.app.client.DeadLetterBox.Entry;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.output.DocumentOutcome.Loss;
import io.penstock.app.output.JsonLines;
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

/** {@code dead-letters}: what no stage could handle; lists it, shows it, sends it again. */
@Command(name = "dead-letters", header = "List, show or replay what no stage could handle.",
    subcommands = {DeadLettersCommand.Show.class, DeadLettersCommand.Listing.class, DeadLettersCommand.Replay.class},
    footerHeading = "%nExample:%n", footer = "  ./penstock dead-letters list")
public final class DeadLettersCommand {

    @Command(name = "list", header = "List all dead letters, one JSON line each.",
        footerHeading = "%nExample:%n", footer = "  ./penstock dead-letters list | jq -r .code | sort | uniq -c")
    static final class Listing implements Callable<Integer> {

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() {
            JsonLines lines = new JsonLines();
            for (Entry entry : new DeadLetterBox(cluster.clients(), cluster.settings().pipeline().topics()).all()) {
                System.out.println(lines.loss(entry.document(), new Loss(entry.why().stage(), entry.why().code(), entry.why().message())));
            }
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
            List<Entry> entries = entriesOf(cluster, document);
            for (Entry entry : entries) {
                System.out.printf(Locale.ROOT, "document  %s%nstage     %s%ncode      %s%nmessage   %s%n"
                    + "source    %s, partition %d, offset %d%nbytes     %d%n%n",
                    entry.document(), entry.why().stage(), entry.why().code(), entry.why().message(), entry.why().topic(),
                    entry.why().partition(), entry.why().offset(), entry.bytes().length);
            }
            if (save != null) {
                Files.write(save, entries.get(entries.size() - 1).bytes());
            }
            return 0;
        }
    }

    @Command(name = "replay", header = "Send dead letters to where they came from again, once their cause is mended.",
        description = "Sends the original bytes and headers to the topic they were read from and prints the document of each.",
        footerHeading = "%nExample:%n",
        footer = {"  ./penstock dead-letters replay scan-17.pdf", "  ./penstock dead-letters replay --code PDF_TOO_MANY_PAGES"})
    static final class Replay implements Callable<Integer> {

        @Parameters(paramLabel = "DOCUMENT", arity = "0..*", description = "Document ids.")
        private List<String> documents;

        @Option(names = "--code", paramLabel = "CODE", description = "Every dead letter with this code.")
        private String code;

        @Option(names = "--all", description = "Every dead letter.")
        private boolean all;

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() throws InterruptedException {
            if (documents == null && code == null && !all) {
                throw CommandFailure.badArguments("say which: document ids, --code CODE or --all");
            }
            DeadLetterBox box = new DeadLetterBox(cluster.clients(), cluster.settings().pipeline().topics());
            List<Entry> chosen = box.all().stream().filter(this::isChosen).toList();
            if (chosen.isEmpty()) {
                throw CommandFailure.failed("there is no such dead letter: './penstock dead-letters list' shows them");
            }
            box.replay(chosen);
            chosen.forEach(entry -> System.out.println(entry.document()));
            return 0;
        }

        private boolean isChosen(Entry entry) {
            return all || entry.why().code().equals(code) || documents != null && documents.contains(entry.document());
        }
    }

    private static List<Entry> entriesOf(ClusterOptions cluster, String document) {
        List<Entry> entries = new DeadLetterBox(cluster.clients(), cluster.settings().pipeline().topics()).all().stream()
            .filter(entry -> document.equals(entry.document())).toList();
        if (entries.isEmpty()) {
            throw CommandFailure.failed("there is no dead letter of " + document);
        }
        return entries;
    }
}
