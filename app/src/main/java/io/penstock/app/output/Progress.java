package io.penstock.app.output;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a command has come. */
public interface Progress extends AutoCloseable {

    /** One more is done. */
    void step();

    @Override
    void close();

    /** Returns a bar. */
    static Progress bar(String task, long total, PrintStream err) {
        ProgressBar bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(total).setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(250).setConsumer(new ConsoleProgressBarConsumer(err)).clearDisplayOnFinish().build();
        return new Progress() {
            @Override
            public void step() {
                bar.step();
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /** Returns one that shows nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void step() {
                // nobody is looking
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }
}
