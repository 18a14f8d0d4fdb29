package io.penstock.app.command;

import io.penstock.classify.DigitClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code models}: shows models. */
@Command(name = "models", header = "Show the models that classify.", subcommands = ModelsCommand.Listing.class,
    footerHeading = "%nExample:%n", footer = "  ./penstock models list")
final class ModelsCommand {

    @Command(name = "list", header = "List the networks of an ensemble: what they are and what was measured.",
        footerHeading = "%nExample:%n", footer = "  ./penstock models list --models my-models --ensemble digits")
    static final class Listing implements Callable<Integer> {

        @Option(names = "--models", paramLabel = "DIR", description = "Folder of models; default: those that ship.")
        private Path models;

        @Option(names = "--ensemble", paramLabel = "NAME", defaultValue = DigitClassifier.DEFAULT_ENSEMBLE,
            description = "Name of the ensemble; default: ${DEFAULT-VALUE}.")
        private String name;

        @Override
        public Integer call() {
            try {
                print(models == null ? ModelStore.shipped() : ModelStore.in(models));
                return 0;
            } catch (ModelException e) {
                throw CommandFailure.failed(e.getMessage());
            }
        }

        private void print(ModelStore store) {
            Ensemble ensemble = store.ensemble(name);
            System.out.println(ensemble.version() + "\ttemperature " + ensemble.temperature() + "\t" + ensemble.measured());
            for (String hash : ensemble.networks()) {
                ModelRecord record = store.record(hash);
                System.out.println("  " + hash + "\t" + record.architecture() + "\t" + record.parameters() + " parameters\tseed "
                    + record.seed()
                    + "\ttrained " + record.trainedOn() + "\t" + record.measured());
            }
        }
    }
}
