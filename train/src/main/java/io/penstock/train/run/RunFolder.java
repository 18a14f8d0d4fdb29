package io.penstock.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The folder of one training run: the history, the checkpoint of the last epoch with the updater's state, the best network so far.
 *
 * @param path where it is; made on the first write
 */
record RunFolder(Path path) {

    boolean hasCheckpoint() {
        return Files.exists(checkpoint()) && Files.exists(history());
    }

    Path best() {
        return path.resolve("best.zip");
    }

    /** Keeps an epoch: the checkpoint first, the history last, so that a history's line always has its checkpoint. */
    void keep(MultiLayerNetwork network, List<EpochResult> results, boolean isBest) {
        try {
            Files.createDirectories(path);
            write(network, checkpoint(), true);
            if (isBest) {
                write(network, best(), false);
            }
            List<String> lines = new ArrayList<>(List.of(EpochResult.CSV_HEADER));
            results.forEach(result -> lines.add(result.csv()));
            Files.write(history(), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the run cannot be written to " + path, e);
        }
    }

    MultiLayerNetwork readCheckpoint() {
        try {
            return ModelSerializer.restoreMultiLayerNetwork(checkpoint().toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint in " + path + " cannot be read; train without resume in an empty folder", e);
        }
    }

    List<EpochResult> readHistory() {
        try {
            return Files.readAllLines(history()).stream().skip(1).map(RunFolder::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the history in " + path + " cannot be read", e);
        }
    }

    private Path checkpoint() {
        return path.resolve("checkpoint.zip");
    }

    private Path history() {
        return path.resolve("history.csv");
    }

    private static void write(MultiLayerNetwork network, Path target, boolean withUpdater) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        ModelSerializer.writeModel(network, unfinished.toFile(), withUpdater);
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static EpochResult parse(String line) {
        String[] parts = line.split(",");
        return new EpochResult(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
            Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
    }
}
