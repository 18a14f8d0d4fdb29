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

/**
 * A network's weights as they ship: Deeplearning4j's zip without its time stamps, so that the same weights are the same bytes.
 *
 * @param content the bytes
 */
public record ModelExport(byte[] content) {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Packs the file that a training run wrote. */
    public static ModelExport of(Path network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(network)));
             ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(EPOCH);
                out.putNextEntry(timeless);
                in.transferTo(out);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the network " + network + " cannot be packed", e);
        }
        return new ModelExport(bytes.toByteArray());
    }

    /** Returns the name of the weights. */
    public ContentHash hash() {
        return ContentHash.of(content);
    }
}
