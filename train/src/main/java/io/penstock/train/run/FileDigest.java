package io.penstock.train.run;

import io.penstock.schema.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The digest of a data file, for a model's record. */
final class FileDigest {

    private FileDigest() {
    }

    /** Returns {@code sha256:} and the digest in hex. */
    static String sha256(Path file) {
        try {
            return "sha256:" + Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
