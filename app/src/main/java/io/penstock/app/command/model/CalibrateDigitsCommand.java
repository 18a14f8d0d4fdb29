package io.penstock.app.command.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.synth.digit.DataSetException;
import io.penstock.train.calibrate.EnsembleBuilder;
import io.penstock.train.data.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calibrate digits}: trained networks become an ensemble. */
@Command(name = "digits", header = "Make an ensemble of trained networks: fit its scaling and its gate's level.",
    description = "Fits on MNIST's validation writers and on rubbish, measures on them and on MNIST's test half, writes NAME.ensemble.json "
        + "into the folder of models and prints it.",
    footerHeading = "%nExample:%n",
    footer = "  ./penstock calibrate digits --models my-models --member 0123456789ab --member ba9876543210 --gate 00112233aabb")
final class CalibrateDigitsCommand implements Callable<Integer> {

    @Option(names = "--name", paramLabel = "NAME", defaultValue = DigitClassifier.DEFAULT_ENSEMBLE,
        description = "What the ensemble is asked for by; one of that name is replaced. Default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--member", paramLabel = "HASH", required = true, description = "A network, by its content hash; once for each.")
    private List<String> members;

    @Option(names = "--slant", paramLabel = "COLUMNS", defaultValue = "0",
        description = "Members also see each glyph leaning this many columns a row to the left and to the right, 0 to 1; default: none.")
    private double slant;

    @Option(names = "--gate", paramLabel = "HASH",
        description = "A small network that answers alone what it is sure of; default: every glyph goes to all members.")
    private String gate;

    @Option(names = "--line", paramLabel = "HASH",
        description = "A network that reads lines of free writing, once for each; default: none. Nothing is fitted for them.")
    private List<String> lines = List.of();

    @Option(names = "--models", paramLabel = "DIR", defaultValue = "models", description = "Folder of models; default: ${DEFAULT-VALUE}.")
    private Path models;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets; default: PENSTOCK_DATA, then ../shared/data.")
    private Path data;

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            Ensemble ensemble = new EnsembleBuilder(DataFolder.locate(data), models).build(name, members, slant, gate, lines);
            System.out.println(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(ensemble));
            return 0;
        } catch (DataSetException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }
}
