package io.penstock.app.command.form;

import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.FormOptions;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code forms}: works on form definitions. */
@Command(name = "forms", header = "Propose, check, draw, list or publish form definitions.",
    subcommands = {FormsInitCommand.class, FormsCommand.Check.class, FormsDrawCommand.class, FormsCommand.Listing.class,
        FormsCommand.Apply.class},
    footerHeading = "%nExample:%n", footer = "  ./penstock forms check my-form.yaml")
public final class FormsCommand {

    @Command(name = "check", header = "Validate form definitions; every problem is named with its line.",
        description = "Exit code: 0 all are valid, 1 some are not.",
        footerHeading = "%nExample:%n", footer = "  ./penstock forms check forms/tally.yaml")
    static final class Check implements Callable<Integer> {

        @Parameters(paramLabel = "DIR_OR_FILE", arity = "1..*", description = "Form definitions.")
        private List<Path> places;

        @Override
        public Integer call() throws IOException {
            boolean allValid = true;
            FormParser parser = new FormParser();
            for (Path file : FormFiles.files(places)) {
                if (!Files.isReadable(file)) {
                    throw CommandFailure.badArguments("there is no readable file " + file);
                }
                try {
                    var form = parser.parse(file.toString(), Files.readString(file));
                    System.out.println(file + ": ok, " + form.name() + " version " + form.version() + ", " + form.fields().size()
                        + " fields");
                } catch (InvalidFormException e) {
                    e.problems().forEach(System.out::println);
                    allValid = false;
                }
            }
            return allValid ? 0 : CommandFailure.FAILED;
        }
    }

    @Command(name = "list", header = "List form definitions and their fields.",
        footerHeading = "%nExample:%n", footer = "  ./penstock forms list --forms my-forms")
    static final class Listing implements Callable<Integer> {

        @Mixin
        private FormOptions forms;

        @Override
        public Integer call() throws IOException {
            for (FormFile file : forms.read(Optional.empty())) {
                System.out.println(file.definition().name() + "\tversion " + file.definition().version() + "\t" + file.definition()
                    .title());
                file.definition().fields().forEach(field -> System.out.println("  " + field.name()));
            }
            return 0;
        }
    }

    @Command(name = "apply", header = "Publish form definitions to a running cluster.",
        description = "Running stages use them from then on; a form of the same name is replaced. Prints the name of each.",
        footerHeading = "%nExample:%n", footer = "  ./penstock forms apply --forms my-form.yaml")
    static final class Apply implements Callable<Integer> {

        @Mixin
        private FormOptions forms;

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() throws IOException, InterruptedException {
            List<FormFile> files = forms.read(Optional.empty());
            try (Producer<String, byte[]> producer = cluster.clients().producer()) {
                FormPublisher.publish(producer, cluster.settings().pipeline().topics().forms().name(), files);
            }
            files.forEach(file -> System.out.println(file.definition().name()));
            return 0;
        }
    }
}
