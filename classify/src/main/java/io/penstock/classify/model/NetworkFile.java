package io.penstock.classify.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The content of a weights file: Deeplearning4j's zip, or one whose weights are stored as 8-bit integers.
 *
 * <p>The second has {@code configuration.json} as the first has, and {@code weights.q8} in place of the coefficients. Its weights become
 * floats when it is loaded: the file is a quarter of the size, the arithmetic is the same.
 */
public final class NetworkFile {

    private static final String CONFIGURATION = "configuration.json";
    private static final String QUANTIZED = "weights.q8";
    private static final int FORMAT = 1;
    private static final LocalDateTime TIMELESS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NetworkFile() {
    }

    /**
     * Returns the network in a file of either kind, without an updater's state; the caller closes it.
     *
     * @throws IOException where the content is no such file
     */
    public static MultiLayerNetwork restore(byte[] content) throws IOException {
        Map<String, byte[]> entries = entries(content);
        return entries.containsKey(QUANTIZED) ? dequantized(entries)
            : ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(content), false);
    }

    /** Returns the network as a file of the second kind: weights as 8-bit integers with a scale an output channel, the rest as floats. */
    public static byte[] quantized(MultiLayerNetwork network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, CONFIGURATION, network.getLayerWiseConfigurations().toJson().getBytes(StandardCharsets.UTF_8));
            put(zip, QUANTIZED, tensors(network));
        } catch (IOException e) {
            throw new IllegalStateException("memory is always writable", e);
        }
        return bytes.toByteArray();
    }

    /** Returns whether a file holds its weights as 8-bit integers. */
    public static boolean isQuantized(byte[] content) throws IOException {
        return entries(content).containsKey(QUANTIZED);
    }

    private static byte[] tensors(MultiLayerNetwork network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Map<String, INDArray> parameters = network.paramTable();
        out.writeInt(FORMAT);
        out.writeInt(parameters.size());
        for (Map.Entry<String, INDArray> parameter : parameters.entrySet()) {
            out.writeUTF(parameter.getKey());
            StoredTensor.of(parameter.getKey(), parameter.getValue()).write(out);
        }
        return bytes.toByteArray();
    }

    private static MultiLayerNetwork dequantized(Map<String, byte[]> entries) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(entries.get(QUANTIZED)));
        if (!entries.containsKey(CONFIGURATION) || in.readInt() != FORMAT) {
            throw new IOException("the file has no configuration, or its " + QUANTIZED + " is of a later format");
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
            MultiLayerConfiguration.fromJson(new String(entries.get(CONFIGURATION), StandardCharsets.UTF_8)));
        network.init();
        boolean complete = false;
        try {
            Map<String, INDArray> parameters = network.paramTable();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                INDArray target = parameters.get(in.readUTF());
                StoredTensor.read(in, target).assignTo(target);
            }
            complete = count == parameters.size();
        } finally {
            if (!complete) {
                network.close();
            }
        }
        if (!complete) {
            throw new IOException("the file does not hold all weights of its network");
        }
        return network;
    }

    private static Map<String, byte[]> entries(byte[] content) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    /** Without the time of writing the same weights are the same bytes. */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIMELESS);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
