package io.penstock.app.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process of its own that ends this JVM when its start stands still: for a while it has used less than a hundredth of a processor. It
 * says so with a code.
 *
 * <p>Not a thread: where threads of machine code wait for each other, no thread of the JVM moves any more. On systems without bash or
 * {@code /proc} nobody watches.
 */
public final class StartWatchdog implements AutoCloseable {

    /** How long a start may stand still: longer than any wait that ends by itself, such as that for a member of a group. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(StartWatchdog.class);

    /** Reads lines from the JVM: one ends the watch, as does the end of the JVM. A process that was stopped by hand (T) is left alone. */
    private static final String SCRIPT = """
        look() {
            stat=$(< "/proc/$pid/stat") || exit 0
            set -- ${stat##*) }
            state=$1
            used=$(( ${12} + ${13} ))
        }
        pid=$1
        patience=$2
        look
        before=$used
        while true; do
            read -r -t "$patience" && exit 0
            [ $? -gt 128 ] || exit 0
            look
            if [ "$state" != T ] && [ $((used - before)) -lt "$patience" ]; then
                echo "penstock: $3" >&2
                kill -9 "$pid"
                exit 0
            fi
            before=$used
        done
        """;

    private final Process watcher;

    private StartWatchdog(Process watcher) {
        this.watcher = watcher;
    }

    /** Starts to watch this JVM. */
    public static StartWatchdog begin(Duration patience) {
        String words = new ProcessFailure(ProcessFailure.Code.START_STUCK, "nothing has moved for " + patience.toSeconds()
            + " s, so the start is ended: start again; where it happens again, send what 'jstack -F' says while it stands").line();
        try {
            ProcessBuilder watcher = new ProcessBuilder("bash", "-c", SCRIPT, "penstock-watchdog",
                Long.toString(ProcessHandle.current().pid()), Long.toString(patience.toSeconds()), words);
            return new StartWatchdog(watcher.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start());
        } catch (IOException e) {
            LOG.info("nobody watches the start: {}", e.getMessage());
            return new StartWatchdog(null);
        }
    }

    /** Ends the watch: the start is over. */
    public void end() {
        if (watcher != null) {
            try {
                watcher.getOutputStream().close();
            } catch (IOException e) {
                LOG.debug("the watchdog has gone before", e);
            }
        }
    }

    @Override
    public void close() {
        end();
    }
}
