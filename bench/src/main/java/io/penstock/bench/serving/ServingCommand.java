package io.penstock.bench.serving;

import io.penstock.bench.serving.Race.Result;
import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.classify.interchange.OnnxExport;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.PublishedSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serving}: glyphs a second through Penstock's classifier and through ONNX Runtime, side by side. */
@Command(name = "serving", mixinStandardHelpOptions = true,
    description = "Glyphs a second: the serving path beside ONNX Runtime that runs the full ensemble, and one network on either.")
public final class ServingCommand implements Callable<Integer> {

    private static final long SEED = 1;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of models; default: those that ship.")
    private Path models;

    @Option(names = "--ensemble", paramLabel = "NAME", defaultValue = "digits", description = "Default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--network", paramLabel = "HASH", description = "The single network; default: the ensemble's first.")
    private String network;

    @Option(names = "--dataset", paramLabel = "NAME", defaultValue = "mnist-test",
        description = "Whose digits are classified; default: ${DEFAULT-VALUE}.")
    private String dataset;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of public digit sets; default: PENSTOCK_DATA.")
    private Path data;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2",
        description = "Threads of each contender; default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--call", paramLabel = "N", defaultValue = "128",
        description = "Glyphs in a call, as a page has them; default: ${DEFAULT-VALUE}.")
    private int call;

    @Option(names = "--onnx-batch", paramLabel = "N", split = ",", defaultValue = "16,32,64,128",
        description = "Batches of ONNX Runtime, of which it gets the best; default: ${DEFAULT-VALUE}.")
    private List<Integer> batches;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "3",
        description = "A contender's time in a round; default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds that count; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting of the classify stage; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--glyphs", paramLabel = "N", defaultValue = "10000",
        description = "How many of the set's digits, drawn by a fixed seed; default: ${DEFAULT-VALUE}.")
    private int glyphs;

    private List<List<byte[]>> calls;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        DigitSet digits = PublishedSet.of(dataset).read(DataFolder.locate(data)).drawn(glyphs, SEED);
        calls = calls(digits);
        ModelStore store = models == null ? ModelStore.shipped() : ModelStore.in(models);
        Ensemble ensemble = store.ensemble(name);
        String single = network == null ? ensemble.members().get(0) : network;
        ClassifyConfig config = config();
        List<Result> results = new Race(threads, seconds, rounds).run(List.of(
            new Entrant("penstock, " + ensemble.version(), () -> new PenstockContender(config.classifier())),
            best("onnx runtime, all of " + ensemble.name(), OnnxExport.ensemble(store, ensemble)),
            new Entrant("penstock, " + single, () -> new PenstockContender(alone(store, single, config.batch()))),
            best("onnx runtime, " + single, OnnxExport.network(store, single))), calls);
        print(results, digits);
        return 0;
    }

    private List<List<byte[]>> calls(DigitSet digits) {
        List<byte[]> all = List.of(digits.images());
        List<List<byte[]>> some = new ArrayList<>();
        for (int from = 0; from < all.size(); from += call) {
            some.add(all.subList(from, Math.min(all.size(), from + call)));
        }
        return some;
    }

    /** One network as ONNX Runtime runs it too: no gate, no reject network, no temperature. */
    private static DigitClassifier alone(ModelStore store, String hash, int batch) {
        return EnsembleClassifier.load(store, Ensemble.uncalibrated(hash, List.of(hash)), batch);
    }

    private ClassifyConfig config() {
        Map<String, String> values = new LinkedHashMap<>(settings);
        values.put("classify.ensemble", name);
        if (models != null) {
            values.put("classify.models", models.toString());
        }
        return ClassifyConfig.of(values);
    }

    /** Finds the batch that suits ONNX Runtime best on this machine. */
    private Entrant best(String title, byte[] model) throws InterruptedException, ExecutionException {
        List<Entrant> entrants = new ArrayList<>();
        for (int batch : batches) {
            entrants.add(new Entrant(title + ", batch " + batch, () -> new OnnxRuntimeContender(model, batch)));
        }
        List<Result> results = new Race(threads, seconds / 2, Math.min(rounds, 3)).run(entrants, calls);
        results.forEach(result -> line(result, ""));
        return results.stream().max(Comparator.comparingDouble(result -> result.pace().glyphsPerProcessorSecond())).orElseThrow().entrant();
    }

    private void print(List<Result> results, DigitSet digits) {
        System.out.printf(Locale.ROOT, "%n%d threads each, %,d glyphs of %s, %,d in a call, %d rounds of %.1f s, medians:%n", threads,
            digits.size(), dataset, call, rounds, seconds);
        System.out.printf(Locale.ROOT, "%-58s %10s %12s %10s%n", "", "glyphs/s", "per CPU s", "accuracy");
        results.forEach(result -> line(result,
            String.format(Locale.ROOT, "%.4f", result.entrant().accuracy(calls, digits.labels()))));
        ratio("ensemble", results.get(0), results.get(1));
        ratio("network", results.get(2), results.get(3));
    }

    private static void line(Result result, String accuracy) {
        System.out.println(String.format(Locale.ROOT, "%-58s %,10.0f %,12.0f %10s", result.entrant().name(),
            result.pace().glyphsPerSecond(), result.pace().glyphsPerProcessorSecond(), accuracy).stripTrailing());
    }

    private static void ratio(String what, Result penstock, Result other) {
        double[] clock = penstock.ratios(other, Pace::glyphsPerSecond);
        double[] processor = penstock.ratios(other, Pace::glyphsPerProcessorSecond);
        System.out.printf(Locale.ROOT, "%s: penstock is %.2f (%.2f to %.2f) times as fast as onnx runtime by the clock, %.2f"
            + " (%.2f to %.2f) by processor time; median and range of the rounds%n", what, Race.median(clock), clock[0],
            clock[clock.length - 1], Race.median(processor), processor[0], processor[processor.length - 1]);
    }
}
