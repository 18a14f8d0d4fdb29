package io.penstock.app;

import io.penstock.app.command.PenstockCommand;

/** The program's entry point. */
public final class Penstock {

    private Penstock() {
    }

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(PenstockCommand.run(arguments));
    }
}
