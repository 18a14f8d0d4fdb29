package io.penstock.app.command.model;

import picocli.CommandLine.Command;

/** {@code evaluate}: measures against truth. */
@Command(name = "evaluate", header = "Measure digits or numbers against truth.",
    subcommands = {EvaluateDigitsCommand.class, EvaluateNumbersCommand.class},
    footerHeading = "%nExample:%n", footer = "  ./penstock evaluate numbers --truth samples/truth.csv")
public final class EvaluateCommand {

    /** How measurements are printed. */
    enum ReportFormat {
        /** For people. */
        text,
        /** One JSON object. */
        json
    }
}
