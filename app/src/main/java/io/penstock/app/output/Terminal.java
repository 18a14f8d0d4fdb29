package io.penstock.app.output;

import java.io.PrintStream;

/**
 * Where this program's output goes; the launcher knows and says it in system properties.
 *
 * @param stdout whether stdout is a terminal
 * @param stderr whether stderr is a terminal
 */
public record Terminal(boolean stdout, boolean stderr) {

    /** Returns what the launcher said; no terminal where it said nothing. */
    public static Terminal ofLauncher() {
        return new Terminal(Boolean.getBoolean("penstock.terminal.stdout"), Boolean.getBoolean("penstock.terminal.stderr"));
    }

    /** Returns a progress bar on stderr, or a silent one where stderr is no terminal. */
    public Progress progress(String task, long total, PrintStream err) {
        return stderr ? Progress.bar(task, total, err) : Progress.silent();
    }
}
