package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.ModelStoreOptions;
import io.penstock.classify.audit.ModelAudit;
import io.penstock.classify.audit.ModelCheck;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models verify}: checks files, networks, records and ensembles against each other. */
@Command(name = "verify", header = "Check that all models are what they claim to be.",
    description = "Recomputes the content hash of every file, loads every network, holds its record to it, and looks for the parts of "
        + "every ensemble. Ends with 1 where something is wrong; each line then says its code and what to do.",
    footerHeading = "%nExample:%n", footer = "  ./penstock models verify --models my-models")
final class ModelsVerifyCommand implements Callable<Integer> {

    @Mixin
    private ModelStoreOptions models;

    @Override
    public Integer call() {
        List<ModelCheck> checks = ModelAudit.of(models.store());
        if (checks.isEmpty()) {
            throw CommandFailure.failed("no models in " + models.store() + ": name a folder that 'penstock train' wrote models to");
        }
        for (ModelCheck check : checks) {
            System.out.println(check.name() + "\t" + (check.isWell() ? "ok" : check.problem()) + "\t" + check.finding());
        }
        long wrong = checks.stream().filter(check -> !check.isWell()).count();
        if (wrong > 0) {
            throw CommandFailure.failed(wrong + " of " + checks.size() + " models in " + models.store() + " cannot be used as they are");
        }
        return 0;
    }
}
