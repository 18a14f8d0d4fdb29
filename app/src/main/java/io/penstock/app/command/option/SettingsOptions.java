package io.penstock.app.command.option;

import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options by which every command takes settings. */
public final class SettingsOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "Settings from a file of properties; see './penstock config'.")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; may be repeated, wins over file and environment.")
    private Map<String, String> values = new LinkedHashMap<>();

    /** Returns the merged settings, in which {@code forced} wins over everything that was given. */
    public Settings settings(Map<String, String> forced) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(forced);
        return Settings.of(Stage.definitions(), file, System.getenv(), all);
    }

    /** Returns the merged settings. */
    public Settings settings() {
        return settings(Map.of());
    }
}
