package io.penstock.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that comes through a pipe, kept as a file called {@code stdin} until this program ends. */
public final class StandardInput {

    /** The path that stands for it on the command line. */
    public static final Path NAME = Path.of("-");

    private StandardInput() {
    }

    /**
     * Reads all there is into a file.
     *
     * @throws IOException where it can't be read, or kept
     */
    public static Path keep(InputStream in) throws IOException {
        Path folder = Files.createTempDirectory("penstock-stdin-");
        Path file = folder.resolve("stdin");
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        Files.copy(in, file);
        return file;
    }
}
