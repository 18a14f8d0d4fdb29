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

    private BrokerTrouble() {
    }

    /** Returns what a failure in a broker's folder means. */
    static ProcessFailure of(Path folder, Throwable failure) {
        if (failure instanceof ProcessFailure known) {
            return known;
        }
        if (isFull(folder)) {
            return new ProcessFailure(Code.DISK_FULL, "no space is left for " + folder
                + ": make room and start again; what was confirmed is kept", failure);
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

    private static boolean isFull(Path folder) {
        try {
            return Files.exists(folder) && Files.getFileStore(folder).getUsableSpace() < NO_SPACE_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
