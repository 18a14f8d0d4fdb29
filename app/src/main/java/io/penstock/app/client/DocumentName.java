package io.penstock.app.client;

import java.net.URI;
import java.nio.file.Path;

/**
 * The id that a document gets from the name of its file: the name itself, or, where its bytes are no text in this system's encoding, those
 * bytes as in an address ({@code caf%E9.pdf}).
 *
 * <p>Such bytes are shown as U+FFFD, and so two names of equal length would be one id.
 */
public final class DocumentName {

    private static final char UNDECODABLE = '\uFFFD';

    private DocumentName() {
    }

    /** Returns the id for the last part of a path. */
    public static String of(Path file) {
        return ofPath(file.getFileName());
    }

    /** Returns the id for a relative path, all of its parts. */
    static String ofPath(Path path) {
        if (isText(path.toString())) {
            return path.toString();
        }
        // The only way to the bytes of a name is its address; relative ones are made absolute, so the base is cut off again.
        URI base = path.isAbsolute() ? path.getRoot().toUri() : Path.of("").toAbsolutePath().toUri();
        return base.relativize(path.toUri()).getRawPath();
    }

    /** Returns whether all of a name was understood. */
    public static boolean isText(String name) {
        return name.indexOf(UNDECODABLE) < 0;
    }
}
