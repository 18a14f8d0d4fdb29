package io.penstock.train.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.train.report.HtmlPage;
import io.penstock.train.report.LineChart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A run's history as a page with plots, and as JSON.
 *
 * @param run     what was trained how
 * @param history its epochs in order
 */
record LearningCurves(String run, List<EpochResult> history) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes {@code curves.html} and {@code curves.json} into a folder. */
    void write(Path folder) {
        page().write(folder.resolve("curves.html"));
        try {
            Files.write(folder.resolve("curves.json"), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException("the learning curves cannot be written to " + folder, e);
        }
    }

    private HtmlPage page() {
        EpochResult best = EpochResult.best(history);
        LineChart loss = new LineChart("Loss", "epoch", "mean log loss").line("training", epochs(), each(EpochResult::loss))
            .line("validation", epochs(), each(EpochResult::validationLoss));
        LineChart accuracy = new LineChart("Accuracy", "epoch", "validation digits right, %")
            .line("validation", epochs(), each(epoch -> 100 * epoch.validationAccuracy()));
        LineChart rate = new LineChart("Learning rate", "epoch", "rate at the epoch's end").line("rate", epochs(), each(EpochResult::rate));
        return HtmlPage.titled("Learning curves").lead(run).figure(loss.png(), "Loss by epoch",
            "Training loss is that of the varied images.")
            .figure(accuracy.png(), "Validation accuracy by epoch", "Best: epoch " + best.epoch() + ", "
                + percent(best.validationAccuracy()) + ".")
            .figure(rate.png(), "Learning rate by epoch", "Learning rate.")
            .table("Epochs", List.of("epoch", "training loss", "validation loss", "validation accuracy", "rate", "seconds"),
                history.stream().map(LearningCurves::row).toList())
            .note("Validation is of the moving average of the weights, where there is one.");
    }

    private double[] epochs() {
        return each(EpochResult::epoch);
    }

    private double[] each(ToDoubleFunction<EpochResult> value) {
        return history.stream().mapToDouble(value).toArray();
    }

    private static List<String> row(EpochResult epoch) {
        return List.of(Integer.toString(epoch.epoch()), String.format(Locale.ROOT, "%.4f", epoch.loss()),
            String.format(Locale.ROOT, "%.4f", epoch.validationLoss()), percent(epoch.validationAccuracy()),
            String.format(Locale.ROOT, "%.6f", epoch.rate()), String.format(Locale.ROOT, "%.0f", epoch.seconds()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
