package io.penstock.app.command.model;

import picocli.CommandLine.Command;

/** {@code models}: shows, checks and exports models. */
@Command(name = "models", header = "List, show, verify and export the models that classify.",
    subcommands = {ModelsListCommand.class, ModelsShowCommand.class, ModelsVerifyCommand.class, ModelsExportCommand.class},
    footerHeading = "%nExample:%n", footer = "  ./penstock models list")
public final class ModelsCommand {
}
