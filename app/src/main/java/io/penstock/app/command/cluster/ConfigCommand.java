package io.penstock.app.command.cluster;

import io.penstock.app.command.option.SettingsOptions;
import io.penstock.app.config.SettingsReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code config}: every setting with its documentation and what it is set to. */
@Command(name = "config", header = "Show every setting, its meaning and its value.",
    description = "As properties, the output is a file for --config: lines of settings that have their default are comments.",
    footerHeading = "%nExample:%n", footer = {"  ./penstock config | less",
        "  ./penstock config --set ingest.dpi=200 > penstock.properties"})
public final class ConfigCommand implements Runnable {

    private enum Format { properties, markdown }

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "properties",
        description = "${COMPLETION-CANDIDATES}; markdown is docs/configuration.md; default: ${DEFAULT-VALUE}.")
    private Format format;

    @Mixin
    private SettingsOptions settings;

    @Override
    public void run() {
        SettingsReference reference = new SettingsReference(settings.settings());
        System.out.print(format == Format.markdown ? reference.markdown() : reference.properties());
    }
}
