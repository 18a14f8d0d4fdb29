package io.penstock.app;

import io.penstock.app.command.PenstockCommand;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.process.ProcessFailure;
import io.penstock.app.process.ScratchFolder;
import java.util.Locale;

/** The program's entry point. */
public final class Penstock {

    private Penstock() {
    }

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        // Kafka turns words of the protocol into capitals by the rules of the default language: in Turkish they are others.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    @SuppressWarnings("try") // the folder is there for as long as it is open
    private static int run(String[] arguments) {
        try (ScratchFolder scratch = ScratchFolder.open()) {
            return PenstockCommand.run(arguments);
        } catch (ProcessFailure e) {
            System.err.println("penstock: " + e.line());
            return CommandFailure.FAILED;
        }
    }
}
