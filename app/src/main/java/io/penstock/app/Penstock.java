package io.penstock.app;

import io.penstock.app.command.PenstockCommand;
import java.util.Locale;

/** The program's entry point. */
public final class Penstock {

    private Penstock() {
    }

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        // Kafka turns words of the protocol into capitals by the rules of the default language: in Turkish they are others.
        Locale.setDefault(Locale.ROOT);
        System.exit(PenstockCommand.run(arguments));
    }
}
