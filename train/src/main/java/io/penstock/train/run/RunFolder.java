package io.penstock.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The folder of one training run: the checkpoint of the last epoch, the best network so far, the history.
 *
 * @param path where it is; made on the first write
 */
record RunFolder(Path path) {

    boolean hasCheckpoint() {
        return Files.exists(checkpoint());
    }

    Path checkpoint() {
        return path.resolve("checkpoint.zip");
    }

    Path best() {
        return path.resolve("best.zip");
    }

    /**
     * Keeps an epoch. The checkpoint takes the place of its predecessor in one step and after the best network: a run that is broken off
     * while it writes does the epoch again.
     */
    void keep(Checkpoint state) {
        try {
            Files.createDirectories(path);
            List<EpochResult> history = state.history();
            if (EpochResult.best(history).epoch() == history.size()) {
                replace(best(), file -> ModelSerializer.writeModel(state.average(), file.toFile(), false));
            }
            replace(checkpoint(), state::write);
            List<String> lines = new ArrayList<>(List.of(EpochResult.CSV_HEADER));
            history.forEach(result -> lines.add(result.csv()));
            Files.write(path.resolve("history.csv"), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the run cannot be written to " + path, e);
        }
    }

    /** Returns the hash of the network that was exported under an identity, or nothing. */
    Optional<String> exported(String identity) {
        try {
            List<String> lines = Files.exists(exported()) ? Files.readAllLines(exported()) : List.of();
            return lines.size() == 2 && lines.get(1).equals(identity) ? Optional.of(lines.get(0)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(exported() + " cannot be read", e);
        }
    }

    /** Notes that the run is over and its best network exported. */
    void markExported(String identity, String hash) {
        try {
            Files.write(exported(), List.of(hash, identity));
        } catch (IOException e) {
            throw new UncheckedIOException(exported() + " cannot be written", e);
        }
    }

    private Path exported() {
        return path.resolve("exported.txt");
    }

    private static void replace(Path target, Content content) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        content.write(unfinished);
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a file. */
    private interface Content {
        void write(Path file) throws IOException;
    }
}
