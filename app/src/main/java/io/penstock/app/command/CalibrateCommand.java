package io.penstock.app.command;

import picocli.CommandLine.Command;

/** {@code calibrate}: fits what turns answers into probabilities that can be believed. */
@Command(name = "calibrate", header = "Make an ensemble whose probabilities can be believed.", subcommands = CalibrateDigitsCommand.class,
    footerHeading = "%nExample:%n", footer = "  ./penstock calibrate digits --models my-models --member 0123456789ab")
final class CalibrateCommand {
}
