package io.penstock.app.watch;

import io.penstock.app.client.DocumentName;
import io.penstock.app.client.Refusal;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.Submitter;
import io.penstock.schema.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose files become documents: each is submitted under its file name once it has stopped growing and can be parsed to its end,
 * then moved to {@code .done} in that folder, so that a restart does not submit it again; one that can't be submitted goes to
 * {@code .refused}. What is written to a file after it was read is submitted anew.
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
    private final FiledScans filed;
    private final Map<Path, Submitted> submitted = new HashMap<>();
    private final AtomicReference<String> trouble = new AtomicReference<>();

    /** What was read of a file that still lies in the folder. */
    private record Submitted(FileState state, String digest, boolean refused) {
    }

    private WatchedFolder(Path folder, WatchTimes times, Submitter submitter) {
        this.folder = folder;
        this.submitter = submitter;
        files = new SettledFiles(folder, times);
        filed = new FiledScans(times);
        pollMillis = Math.max(25, times.settle().toMillis() / 4);
        thread = new Thread(this::watch, "watch");
        thread.setDaemon(true);
    }

    /**
     * Starts to watch a folder, which is made where it is missing.
     *
     * @param times     how long it waits for files
     * @param submitter is closed with this
     * @throws IOException where the folder can't be used
     */
    public static WatchedFolder start(Path folder, WatchTimes times, Submitter submitter) throws IOException {
        Files.createDirectories(folder);
        WatchedFolder watched = new WatchedFolder(folder, times, submitter);
        watched.thread.start();
        return watched;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (Path file : files.look()) {
                    submit(file);
                }
                for (FiledScans.Filed changed : filed.changed()) {
                    submitAnew(changed);
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
        String name = DocumentName.of(file);
        Submitted before = submitted.get(file);
        if (before == null || !before.state.equals(FileState.of(file))) {
            submitted.put(file, send(name, file));
        }
        if (!submitted.get(file).state.equals(FileState.of(file))) {
            LOG.info("{} was written to while it was read: it is submitted again once it has settled", name);
            return;
        }
        moveAway(name, file);
    }

    private Submitted send(String name, Path file) throws IOException {
        FileState state = FileState.of(file);
        // before it is submitted: what is written between the two looks like a change, never like none
        String digest = state.size() > Settling.LARGEST ? "" : Sha256.hex(Files.readAllBytes(file));
        Optional<Refusal> refusal = submitter.submit(new ScanFile(name, file), Map.of());
        submitter.flush();
        refusal.ifPresent(why -> LOG.warn("{} is not submitted: {}: {}", name, why.code(), why.message()));
        LOG.info("{} {}", refusal.isPresent() ? "refused" : "submitted", name);
        return new Submitted(state, digest, refusal.isPresent());
    }

    private void moveAway(String name, Path file) throws IOException {
        Submitted sent = submitted.get(file);
        Path target = move(file, folder.resolve(sent.refused ? ".refused" : ".done"));
        submitted.remove(file);
        if (!sent.refused) {
            filed.add(name, target, sent.state, sent.digest);
        }
    }

    /** What a writer that held the file added after it was moved: a later submission, which supersedes the earlier one. */
    private void submitAnew(FiledScans.Filed changed) throws IOException {
        LOG.warn("{} was written to after it was submitted: it is submitted again", changed.document());
        Submitted sent = send(changed.document(), changed.path());
        filed.add(changed.document(), changed.path(), sent.state, sent.digest);
    }

    private static Path move(Path file, Path to) throws IOException {
        Files.createDirectories(to);
        String name = file.getFileName().toString();
        Path target = to.resolve(name);
        for (int copy = 2; Files.exists(target); copy++) {
            target = to.resolve(name + "." + copy);
        }
        Files.move(file, target);
        return target;
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
