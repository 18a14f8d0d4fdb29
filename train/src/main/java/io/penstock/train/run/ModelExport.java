package io.penstock.train.run;

import io.penstock.classify.model.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * A network's weights as they ship: Deeplearning4j's zip without its time stamps, so that the same weights are the same bytes.
 *
 * @param content the bytes
 */
public record ModelExport(byte[] content) {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Packs the file that a training run wrote. */
    public static ModelExport of(Path network) {
        try {
            return packed(Files.readAllBytes(network));
        } catch (IOException e) {
            throw new UncheckedIOException("the network " + network + " cannot be read", e);
        }
    }

    /** Packs a network that a training run wrote, as it answers: what it was trained with need not be there where it is loaded. */
    static ModelExport of(Path file, MultiLayerNetwork network) {
        if (!(network.getOutputLayer().conf().getLayer() instanceof CnnLossLayer)) {
            return of(file);
        }
        MultiLayerConfiguration answering = network.getLayerWiseConfigurations().clone();
        ((CnnLossLayer) answering.getConf(network.getnLayers() - 1).getLayer()).setLossFn(new LossMCXENT());
        MultiLayerNetwork served = new MultiLayerNetwork(answering);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            served.init(network.params().dup(), false);
            ModelSerializer.writeModel(served, bytes, false);
            return packed(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("memory is always writable", e);
        } finally {
            served.close();
        }
    }

    private static ModelExport packed(byte[] zip) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
             ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(EPOCH);
                out.putNextEntry(timeless);
                in.transferTo(out);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the network cannot be packed", e);
        }
        return new ModelExport(bytes.toByteArray());
    }

    /** Returns the name of the weights. */
    public ContentHash hash() {
        return ContentHash.of(content);
    }
}
