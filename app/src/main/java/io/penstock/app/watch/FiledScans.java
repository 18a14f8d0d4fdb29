package io.penstock.app.watch;

import io.penstock.schema.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that were submitted a short while ago and moved away. Who still holds one open, such as a scanner that adds page after page,
 * goes on writing to it there. Used by one thread.
 */
final class FiledScans {

    private static final Logger LOG = LoggerFactory.getLogger(FiledScans.class);

    private final WatchTimes times;
    private final Settling settling;
    private final Map<Path, Filed> files = new LinkedHashMap<>();

    /**
     * A file that was submitted.
     *
     * @param document id of its document
     * @param path     where it lies now
     * @param state    when it was read
     * @param digest   of what was submitted
     */
    record Filed(String document, Path path, FileState state, String digest, long sinceNanos) {
    }

    FiledScans(WatchTimes times) {
        this.times = times;
        settling = new Settling(times);
    }

    /** Remembers a file. */
    void add(String document, Path path, FileState state, String digest) {
        files.put(path, new Filed(document, path, state, digest, System.nanoTime()));
    }

    /** Looks at the files and returns those that have other content than what was submitted, and are ready. */
    List<Filed> changed() {
        List<Filed> changed = new ArrayList<>();
        for (Filed filed : List.copyOf(files.values())) {
            try {
                if (FileState.of(filed.path).equals(filed.state)) {
                    if (System.nanoTime() - filed.sinceNanos > times.filed().toNanos()) {
                        files.remove(filed.path);
                    }
                } else if (settling.isReady(filed.path) && isOther(filed)) {
                    changed.add(filed);
                }
            } catch (NoSuchFileException e) {
                files.remove(filed.path); // tidied away
            } catch (IOException e) {
                LOG.debug("{} cannot be looked at", filed.path, e);
            }
        }
        settling.keep(files.keySet());
        return changed;
    }

    /** A file that was only touched is as good as unchanged. */
    private boolean isOther(Filed filed) throws IOException {
        FileState state = FileState.of(filed.path);
        if (Sha256.hex(Files.readAllBytes(filed.path)).equals(filed.digest)) {
            files.put(filed.path, new Filed(filed.document, filed.path, state, filed.digest, filed.sinceNanos));
            return false;
        }
        return true;
    }
}
