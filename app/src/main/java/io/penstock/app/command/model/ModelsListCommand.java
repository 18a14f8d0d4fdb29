package io.penstock.app.command.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.command.option.ModelStoreOptions;
import io.penstock.app.models.ModelListing;
import io.penstock.app.models.ModelTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code models list}: every network and ensemble, a line each. */
@Command(name = "list", header = "List networks and ensembles: what they are and how well they do.",
    footerHeading = "%nExample:%n", footer = "  ./penstock models list --models my-models --format json")
final class ModelsListCommand implements Callable<Integer> {

    /** How a listing is printed. */
    enum Format {
        /** For people. */
        table,
        /** One JSON object. */
        json
    }

    @Mixin
    private ModelStoreOptions models;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "${COMPLETION-CANDIDATES}; default: table.")
    private Format format;

    @Override
    public Integer call() throws JsonProcessingException {
        ModelListing listing = ModelListing.of(models.store());
        if (format == Format.json) {
            System.out.println(new ObjectMapper().writeValueAsString(listing));
        } else {
            ModelTable.print(listing, System.out);
        }
        return 0;
    }
}
