package io.penstock.app.command.people;

import picocli.CommandLine.Command;

/** {@code corrections}: what people answered. */
@Command(name = "corrections", header = "What people answered, as labelled pictures and as a listing.",
    subcommands = CorrectionsExportCommand.class, footerHeading = "%nExample:%n",
    footer = "  ./penstock corrections export --out labelled")
public final class CorrectionsCommand {
}
