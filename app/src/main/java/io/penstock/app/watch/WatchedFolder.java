package io.penstock.app.watch;

import io.penstock.app.client.DocumentName;
import io.penstock.app.client.Refusal;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.Submitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose files become documents: each is submitted under its file name once it has stopped growing, then moved to
 * {@code .done} in that folder, so that a restart does not submit it again; one that can't be submitted goes to {@code .refused}.
 *
 * <p>A folder that is out of reach is looked for until it is back; {@link #trouble} says so.
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
    private final Map<Path, FileTime> submitted = new HashMap<>();
    private final AtomicReference<String> trouble = new AtomicReference<>();

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
                if (trouble.getAndSet(null) != null) {
                    LOG.warn("watched folder {}: in reach again", folder);
                }
            } catch (IOException | RuntimeException e) {
                tell(e);
            }
            pause();
        }
    }

    /** Says once what is wrong, however often it is tried again. */
    private void tell(Exception failure) {
        String why = failure.toString();
        if (!why.equals(trouble.getAndSet(why))) {
            LOG.warn("watched folder {}: {}; trying again", folder, why);
        }
    }

    private void submit(Path file) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        if (modified.equals(submitted.get(file))) {
            moveAway(file, ".done"); // could not be moved when it was submitted
            return;
        }
        String name = DocumentName.of(file);
        Optional<Refusal> refusal = submitter.submit(new ScanFile(name, file), Map.of());
        submitter.flush();
        refusal.ifPresent(why -> LOG.warn("{} is not submitted: {}: {}", name, why.code(), why.message()));
        submitted.put(file, modified);
        moveAway(file, refusal.isPresent() ? ".refused" : ".done");
        LOG.info("{} {}", refusal.isPresent() ? "refused" : "submitted", name);
    }

    private void moveAway(Path file, String to) throws IOException {
        move(file, folder.resolve(to));
        submitted.remove(file);
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

    /** Returns why files are not submitted at present, in one line; empty while all is well. */
    public Optional<String> trouble() {
        if (!thread.isAlive()) {
            return Optional.of("watched folder " + folder + ": nobody watches it any more: start again");
        }
        return Optional.ofNullable(trouble.get()).map(why -> "watched folder " + folder + ": " + why);
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
