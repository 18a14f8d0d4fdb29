package io.penstock.bench;

import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say what is read and under which settings. */
final class WorkloadOptions {

    @Option(names = "--pages", paramLabel = "DIR", description = "Scans to read; default: the shipped samples.")
    private List<Path> pages = List.of(home().resolve("samples"));

    @Option(names = "--forms", paramLabel = "DIR", description = "Registered forms; default: the shipped ones.")
    private List<Path> forms = List.of(home().resolve("forms"));

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; may be repeated.")
    private Map<String, String> values = new LinkedHashMap<>();

    private static Path home() {
        return Path.of(System.getProperty("penstock.home", "."));
    }

    /** Reads scans and forms into memory. */
    Workload workload() throws IOException {
        return Workload.read(pages, forms);
    }

    /** Returns the settings that both ways of reading run under. */
    Settings settings() {
        return Settings.of(Stage.definitions(),
            null, System.getenv(), values);
    }
}
