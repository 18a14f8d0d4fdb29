package io.penstock.app.watch;

import io.penstock.app.client.Refusal;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.Submitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose files become documents: each is submitted under its file name once it has stopped growing, then moved to
 * {@code .done} in that folder, so that a restart does not submit it again; one that can't be submitted goes to {@code .refused}.
 *
 * <p>A crash between submitting and moving submits the file a second time; the later submission of an id supersedes the earlier.
 */
public final class WatchedFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    private final Path folder;
    private final SettledFiles files;
    private final Submitter submitter;
    private final long pollMillis;
    private final Thread thread;

    private WatchedFolder(Path folder, Duration settle, Submitter submitter) {
        this.folder = folder;
        this.submitter = submitter;
        files = new SettledFiles(folder, settle);
        pollMillis = Math.max(25, settle.toMillis() / 4);
        thread = new Thread(this::watch, "watch");
        thread.setDaemon(true);
    }

    /**
     * Starts to watch a folder, which is made where it is missing.
     *
     * @param settle    how long a file must not have changed
     * @param submitter is closed with this
     * @throws IOException where the folder can't be used
     */
    public static WatchedFolder start(Path folder, Duration settle, Submitter submitter) throws IOException {
        Files.createDirectories(folder);
        WatchedFolder watched = new WatchedFolder(folder, settle, submitter);
        watched.thread.start();
        return watched;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (Path file : files.look()) {
                    submit(file);
                }
            } catch (IOException | KafkaException e) {
                LOG.warn("watched folder {}: {}; trying again", folder, e.getMessage());
            }
            pause();
        }
    }

    private void submit(Path file) throws IOException {
        String name = file.getFileName().toString();
        Optional<Refusal> refusal = submitter.submit(new ScanFile(name, file), Map.of());
        submitter.flush();
        refusal.ifPresent(why -> LOG.warn("{} is not submitted: {}: {}", name, why.code(), why.message()));
        move(file, folder.resolve(refusal.isPresent() ? ".refused" : ".done"));
        LOG.info("{} {}", refusal.isPresent() ? "refused" : "submitted", name);
    }

    private static void move(Path file, Path to) throws IOException {
        Files.createDirectories(to);
        String name = file.getFileName().toString();
        Path target = to.resolve(name);
        for (int copy = 2; Files.exists(target); copy++) {
            target = to.resolve(name + "." + copy);
        }
        Files.move(file, target);
    }

    private void pause() {
        try {
            Thread.sleep(pollMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        submitter.close();
    }
}
