package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.ModelStoreOptions;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.interchange.OnnxExport;
import io.penstock.classify.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models export}: writes a network or ensemble as a file that other runtimes read. */
@Command(name = "export", header = "Write a network or a whole ensemble as an ONNX file.",
    description = "Input 'glyphs': [N, 1, 28, 28] floats, 0 is paper and 1 is ink. Output 'probabilities': [N, 11], the digits 0 to 9, "
        + "then reject. An ensemble is written without its gate, which can be exported by its hash.",
    footerHeading = "%nExample:%n", footer = "  ./penstock models export --onnx digits.onnx digits")
final class ModelsExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME|HASH", arity = "0..1", defaultValue = DigitClassifier.DEFAULT_ENSEMBLE,
        description = "An ensemble's name, or a network's content hash or how it begins; default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "What to write.")
    private Path file;

    @Mixin
    private ModelStoreOptions models;

    @Override
    public Integer call() {
        ModelStore store = models.store();
        boolean ensemble = models.isEnsemble(name);
        String model = ensemble ? store.ensemble(name).version() : models.network(name);
        byte[] content = ensemble ? OnnxExport.ensemble(store, store.ensemble(name)) : OnnxExport.network(store, model);
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw CommandFailure.failed(file + " cannot be written (" + e + "): name a file in a folder that exists");
        }
        System.out.println(String.format(Locale.ROOT, "%s: %s, %,d bytes", file, model, content.length));
        return 0;
    }
}
