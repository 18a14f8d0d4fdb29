package io.penstock.app.command.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.classify.model.ModelStore;
import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.font.FontDigits;
import io.penstock.synth.font.FontFile;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.PublishedSet;
import io.penstock.train.evaluate.RubbishEvaluation;
import io.penstock.train.report.ReportFolder;
import io.penstock.train.variants.Comparison;
import io.penstock.train.variants.ComparisonReport;
import io.penstock.train.variants.ModelFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report}: all networks and ensembles of a folder, side by side. */
@Command(name = "report", header = "Compare all networks and ensembles of a folder of models.",
    description = "Measures each through the serving path on digits and on things that are no digits; writes models.html and models.json.",
    footerHeading = "%nExample:%n", footer = "  ./penstock report --models my-models --data ../shared/data --out report")
public final class ReportCommand implements Callable<Integer> {

    /** How the tables are printed. */
    enum TableFormat {
        /** For documents. */
        markdown,
        /** All figures. */
        json
    }

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of models; default: those that ship.")
    private Path models;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets; default: PENSTOCK_DATA, then ../shared/data.")
    private Path data;

    @Option(names = "--dataset", paramLabel = "NAME", split = ",", defaultValue = "mnist-test,semeion-test,optdigits-test",
        description = "Public sets; the first is shown in full for every network. Default: ${DEFAULT-VALUE}.")
    private List<String> datasets;

    @Option(names = "--fonts", paramLabel = "DIR", description = "Typefaces whose digits are a set of their own; default: none.")
    private Path fonts;

    @Option(names = "--rubbish", paramLabel = "N", defaultValue = "" + RubbishEvaluation.COUNT,
        description = "Pieces of each kind of rubbish; default: ${DEFAULT-VALUE}.")
    private int rubbish;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "report", description = "Where it is written; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "markdown",
        description = "What is printed: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private TableFormat format;

    @Override
    public Integer call() throws JsonProcessingException {
        if (rubbish < 1) {
            throw CommandFailure.badArguments("--rubbish must be at least 1, not " + rubbish);
        }
        try {
            ModelFolder folder = ModelFolder.of(models == null ? ModelStore.shipped() : ModelStore.in(models));
            ComparisonReport report = new Comparison(folder, sets(), rubbish)
                .run(name -> System.err.println("penstock: measuring " + name));
            System.err.println("penstock: written to " + new ReportFolder(out).write("models", report.page(), report.figures()));
            System.out.println(format == TableFormat.markdown ? report.markdown()
                : JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(report.figures()));
            return 0;
        } catch (DataSetException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private Map<String, DigitSet> sets() {
        DataFolder folder = DataFolder.locate(data);
        Map<String, DigitSet> sets = new LinkedHashMap<>();
        datasets.forEach(name -> sets.put(name, PublishedSet.of(name).read(folder)));
        if (fonts != null) {
            sets.put("fonts", FontDigits.of(FontFile.all(fonts)).digits());
        }
        return sets;
    }
}
