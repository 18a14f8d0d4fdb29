package io.penstock.app.command.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.command.model.EvaluateCommand.ReportFormat;
import io.penstock.app.command.option.ModelStoreOptions;
import io.penstock.app.models.ModelSheet;
import io.penstock.classify.model.ModelStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models show}: everything that is known about one network or ensemble. */
@Command(name = "show", header = "Show everything that is known about one network or ensemble.",
    description = "What it is, how it was trained, on which data, and what was measured.",
    footerHeading = "%nExample:%n", footer = "  ./penstock models show digits")
final class ModelsShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME|HASH", description = "An ensemble's name, or a network's content hash or how it begins.")
    private String name;

    @Mixin
    private ModelStoreOptions models;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private ReportFormat format;

    @Override
    public Integer call() throws JsonProcessingException {
        ModelStore store = models.store();
        if (models.isEnsemble(name)) {
            print(ModelSheet.ofEnsemble(store, name), store.ensemble(name));
        } else {
            String hash = models.network(name);
            print(ModelSheet.ofNetwork(store, hash), store.record(hash));
        }
        return 0;
    }

    private void print(String sheet, Object record) throws JsonProcessingException {
        if (format == ReportFormat.json) {
            System.out.println(new ObjectMapper().writeValueAsString(record));
        } else {
            System.out.print(sheet);
        }
    }
}
