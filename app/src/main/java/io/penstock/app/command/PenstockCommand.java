package io.penstock.app.command;

import io.penstock.app.command.cluster.ConfigCommand;
import io.penstock.app.command.cluster.DeadLettersCommand;
import io.penstock.app.command.cluster.DrillCommand;
import io.penstock.app.command.cluster.StageCommand;
import io.penstock.app.command.cluster.TopicsCommand;
import io.penstock.app.command.form.FormsCommand;
import io.penstock.app.command.form.SamplesCommand;
import io.penstock.app.command.model.CalibrateCommand;
import io.penstock.app.command.model.CompressCommand;
import io.penstock.app.command.model.EvaluateCommand;
import io.penstock.app.command.model.ModelsCommand;
import io.penstock.app.command.model.ReportCommand;
import io.penstock.app.command.model.TrainCommand;
import io.penstock.app.command.model.TuneCommand;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.people.CorrectionsCommand;
import io.penstock.app.command.people.UsersCommand;
import io.penstock.app.command.read.ConsumeCommand;
import io.penstock.app.command.read.CorrectCommand;
import io.penstock.app.command.read.ReadCommand;
import io.penstock.app.command.read.ResubmitCommand;
import io.penstock.app.command.read.SubmitCommand;
import io.penstock.app.command.read.UpCommand;
import io.penstock.app.config.InvalidSettingException;
import io.penstock.app.process.ProcessFailure;
import io.penstock.classify.model.ModelException;
import io.penstock.review.access.AccessException;
import io.penstock.sink.risk.RiskContractException;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;

/** The root of all commands. */
@Command(name = "penstock", mixinStandardHelpOptions = true, version = "penstock 0.1.0",
    header = "Reads handwritten numbers off scanned forms, as a stream.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReadCommand.class, UpCommand.class, StageCommand.class, SubmitCommand.class, ConsumeCommand.class,
        TopicsCommand.class, DeadLettersCommand.class, CorrectCommand.class, CorrectionsCommand.class, UsersCommand.class,
        ResubmitCommand.class, DrillCommand.class,
        FormsCommand.class, EvaluateCommand.class, TrainCommand.class, TuneCommand.class,
        CompressCommand.class, CalibrateCommand.class, ReportCommand.class, ModelsCommand.class,
        SamplesCommand.class, ConfigCommand.class, HelpCommand.class, GenerateCompletion.class},
    footerHeading = "%nExample:%n", footer = {"  ./penstock read samples", "  ./penstock help read"})
public final class PenstockCommand {

    private PenstockCommand() {
    }

    /** Runs the command that the arguments name and returns the exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** Returns the tree of commands. */
    public static CommandLine commandLine() {
        CommandLine root = new CommandLine(new PenstockCommand());
        root.setExecutionExceptionHandler(handler());
        root.setUsageHelpAutoWidth(true);
        root.getSubcommands().values().forEach(PenstockCommand::addHelpOption);
        return root;
    }

    private static void addHelpOption(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec().addOption(OptionSpec.builder("-h", "--help").usageHelp(true)
                .description("Show this help message and exit.").build());
        }
        command.getSubcommands().values().forEach(PenstockCommand::addHelpOption);
    }

    /** What a user can mend is said in one line; anything else keeps its stack trace. */
    private static IExecutionExceptionHandler handler() {
        return (e, command, parsed) -> {
            if (e instanceof CommandFailure failure) {
                command.getErr().println("penstock: " + failure.getMessage());
                return failure.exitCode();
            }
            Optional<ProcessFailure> known = e instanceof ProcessFailure failure ? Optional.of(failure) : KnownFailure.of(e);
            if (known.isPresent()) {
                command.getErr().println("penstock: " + known.get().line());
                return CommandFailure.FAILED;
            }
            if (e instanceof AccessException) {
                command.getErr().println("penstock: " + e.getMessage());
                return CommandFailure.FAILED;
            }
            if (e instanceof InvalidSettingException || e instanceof ModelException
                || e instanceof RiskContractException) {
                command.getErr().println("penstock: " + e.getMessage());
                return CommandFailure.BAD_ARGUMENTS;
            }
            if (e instanceof InterruptedException) {
                command.getErr().println("penstock: stopped before it was ready");
                return CommandFailure.FAILED;
            }
            e.printStackTrace(command.getErr());
            return CommandFailure.FAILED;
        };
    }
}
