package io.penstock.app.broker;

import io.penstock.app.process.ProcessFailure;
import io.penstock.app.process.ProcessFailure.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What keeps a broker from its work, in words for who runs it. */
final class BrokerTrouble {

    private static final long NO_SPACE_BYTES = 1024 * 1024;
    /** What a start takes: Kafka maps its indexes into memory, and a page for which there is no room on the disk ends the JVM. */
    private static final long START_BYTES = 32 * NO_SPACE_BYTES;

    private BrokerTrouble() {
    }

    /** Returns what a failure in a broker's folder means. */
    static ProcessFailure of(Path folder, Throwable failure) {
        if (failure instanceof ProcessFailure known) {
            return known;
        }
        if (hasLess(folder, NO_SPACE_BYTES)) {
            return full(folder, failure);
        }
        Throwable root = root(failure);
        if (root instanceof AccessDeniedException denied) {
            return new ProcessFailure(Code.DATA_UNUSABLE, "no right to use " + denied.getFile() + ": name a folder of yours with --data, "
                + "or give this user the right to read and write it", failure);
        }
        if (root instanceof FileSystemException) {
            return new ProcessFailure(Code.DATA_UNUSABLE, folder + " can't be used (" + root.getMessage() + "): name another folder with "
                + "--data", failure);
        }
        return new ProcessFailure(Code.BROKER_FAILED, "the broker in " + folder + " has failed: " + root, failure);
    }

    /**
     * Makes sure that a broker can start in a folder.
     *
     * @throws ProcessFailure where too little space is left
     */
    static void requireSpace(Path folder) {
        if (hasLess(folder, START_BYTES)) {
            throw full(folder, null);
        }
    }

    private static ProcessFailure full(Path folder, Throwable failure) {
        return new ProcessFailure(Code.DISK_FULL, "no space is left for " + folder + ": make room, "
            + START_BYTES / NO_SPACE_BYTES + " MiB at least, and start again; what was confirmed is kept", failure);
    }

    private static boolean hasLess(Path folder, long bytes) {
        try {
            return Files.exists(folder) && Files.getFileStore(folder).getUsableSpace() < bytes;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the failure that began it. */
    static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
