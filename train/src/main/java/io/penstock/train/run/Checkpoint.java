package io.penstock.train.run;

import io.penstock.train.run.TrainException.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * All that a training needs to go on after an epoch, in one file: the network with its updater's state, the averaged network, the history.
 * Owns the native memory of both networks.
 *
 * @param identity what is trained how; a run is gone on with under the same identity only
 * @param network  with the updater's state
 * @param average  without
 * @param history  the epochs that are over
 */
record Checkpoint(String identity, MultiLayerNetwork network, MultiLayerNetwork average, List<EpochResult> history)
    implements AutoCloseable {

    private static final String IDENTITY = "identity.txt";
    private static final String NETWORK = "network.zip";
    private static final String AVERAGE = "average.zip";
    private static final String HISTORY = "history.csv";

    /** Reads one. */
    static Checkpoint read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Checkpoint(text(zip, IDENTITY), network(zip, NETWORK, true), network(zip, AVERAGE, false),
                text(zip, HISTORY).lines().map(EpochResult::parse).toList());
        } catch (IOException e) {
            throw new TrainException(Code.RUN_UNREADABLE, "the checkpoint " + file + " cannot be read: remove its folder to begin anew", e);
        }
    }

    /** Writes it to a file. */
    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            put(zip, IDENTITY, identity.getBytes(StandardCharsets.UTF_8));
            put(zip, NETWORK, bytes(network, true));
            put(zip, AVERAGE, bytes(average, false));
            put(zip, HISTORY, String.join("\n", history.stream().map(EpochResult::csv).toList()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        network.close();
        average.close();
    }

    private static byte[] bytes(MultiLayerNetwork network, boolean withUpdater) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, bytes, withUpdater);
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static MultiLayerNetwork network(ZipFile zip, String name, boolean withUpdater) throws IOException {
        return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(content(zip, name)), withUpdater);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(content(zip, name), StandardCharsets.UTF_8);
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return zip.getInputStream(entry).readAllBytes();
    }
}
