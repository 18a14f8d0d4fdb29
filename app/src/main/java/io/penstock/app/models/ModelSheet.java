package io.penstock.app.models;

import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelRecord.DataUsed;
import io.penstock.classify.model.ModelRecord.Epoch;
import io.penstock.classify.model.ModelStore;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everything that is known about one network or ensemble, as text for people: a heading for each part, values beneath. */
public final class ModelSheet {

    private static final String LINE = "  %-22s %s";

    private final StringBuilder text = new StringBuilder();

    private ModelSheet() {
    }

    /** Returns the sheet of a network, by its content hash. */
    public static String ofNetwork(ModelStore store, String hash) {
        ModelRecord record = store.record(hash);
        ModelSheet sheet = new ModelSheet();
        sheet.heading("Network " + hash);
        sheet.line("architecture", record.architecture());
        sheet.line("parameters", ModelTable.grouped(record.parameters()));
        sheet.line("classes", record.classes());
        sheet.line("file", hash + ".zip, " + ModelTable.kilobytes(store.weights(hash).length));
        sheet.line("in ensembles", ensembles(store, hash));
        sheet.heading("Training");
        sheet.line("on", record.trainedOn());
        sheet.line("command", record.command());
        sheet.line("seed", record.seed());
        sheet.line("epochs", record.epochs() + ", of which number " + record.bestEpoch() + " is this network");
        sheet.values("Recipe", record.recipe());
        sheet.data(record);
        sheet.values("Measured", record.measured());
        sheet.history(record);
        return sheet.text.toString();
    }

    /** Returns the sheet of an ensemble, by its name. */
    public static String ofEnsemble(ModelStore store, String name) {
        Ensemble ensemble = store.ensemble(name);
        ModelSheet sheet = new ModelSheet();
        sheet.heading("Ensemble " + name);
        sheet.line("version", ensemble.version());
        sheet.line("slant", ensemble.slant());
        sheet.line("scaling", ensemble.scaling());
        sheet.line("calibrated", ensemble.calibrated());
        sheet.heading("Networks");
        ensemble.members().forEach(hash -> sheet.line("member", described(store, hash)));
        if (ensemble.gate() != null) {
            sheet.line("gate", described(store, ensemble.gate().model()));
            sheet.line("gate's scaling", ensemble.gate().scaling());
            sheet.line("gate answers from", ensemble.gate().accept());
        }
        ensemble.lines().forEach(hash -> sheet.line("reads lines", described(store, hash)));
        sheet.values("Measured", ensemble.measured());
        return sheet.text.toString();
    }

    private void data(ModelRecord record) {
        heading("Data");
        for (DataUsed data : record.data()) {
            line(data.use(), ModelTable.grouped(data.samples()) + " of " + data.name()
                + (data.checksum().isEmpty() ? "" : ", " + data.checksum()));
        }
        line("split", record.split());
    }

    private void history(ModelRecord record) {
        if (record.history().isEmpty()) {
            return;
        }
        heading("History");
        text.append(String.format(Locale.ROOT, "  %5s %10s %10s %12s %12s %9s%n", "epoch", "loss", "valid loss", "valid acc. %", "rate",
            "seconds"));
        for (Epoch epoch : record.history()) {
            text.append(String.format(Locale.ROOT, "  %5d %10.5f %10.5f %12.2f %12.3e %9.1f%n", epoch.epoch(), epoch.loss(),
                epoch.validationLoss(), 100 * epoch.validationAccuracy(), epoch.rate(), epoch.seconds()));
        }
    }

    private void values(String heading, Map<String, ?> values) {
        heading(heading);
        new TreeMap<>(values).forEach((name, value) -> line(name, value instanceof Double number ? rounded(number) : value));
    }

    private void heading(String heading) {
        text.append(text.isEmpty() ? "" : System.lineSeparator()).append(heading).append(System.lineSeparator());
    }

    private void line(String name, Object value) {
        text.append(String.format(Locale.ROOT, LINE, name, value).stripTrailing()).append(System.lineSeparator());
    }

    private static String rounded(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.5f", value);
    }

    private static String described(ModelStore store, String hash) {
        ModelRecord record = store.record(hash);
        return hash + ", " + record.architecture() + ", " + ModelTable.grouped(record.parameters()) + " parameters";
    }

    private static String ensembles(ModelStore store, String hash) {
        return String.join(" ", store.ensembles().stream().filter(name -> store.ensemble(name).networks().contains(hash)).toList());
    }
}
