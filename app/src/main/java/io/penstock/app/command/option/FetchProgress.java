package io.penstock.app.command.option;

import io.penstock.app.output.Progress;
import io.penstock.app.output.Terminal;
import io.penstock.train.data.DownloadListener;
import java.io.PrintStream;
import java.net.URI;

/** Shows how a download comes along: a line for each file, and a bar in KiB where stderr is a terminal. */
final class FetchProgress implements DownloadListener {

    private static final int KIB = 1024;

    private final Terminal terminal;
    private final PrintStream err;
    private Progress bar = Progress.silent();
    private long rest;

    FetchProgress(Terminal terminal, PrintStream err) {
        this.terminal = terminal;
        this.err = err;
    }

    @Override
    public void begins(URI from, long bytes) {
        err.println("penstock: downloading " + from + (bytes < 0 ? "" : ", " + (bytes + KIB - 1) / KIB + " KiB"));
        bar = terminal.progress("downloading", bytes < 0 ? -1 : bytes / KIB, err);
        rest = 0;
    }

    @Override
    public void received(int bytes) {
        for (rest += bytes; rest >= KIB; rest -= KIB) {
            bar.step();
        }
    }

    @Override
    public void ended() {
        bar.close();
        bar = Progress.silent();
    }
}
