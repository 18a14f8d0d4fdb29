package io.penstock.app.broker;

import io.penstock.app.process.ProcessFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right of one process to work in a folder: a lock on a file in it, which the operating system lifts when the process ends, however
 * it ends. The file names the process.
 *
 * <p>Kafka has a lock of its own, but takes it only after it has written to the controller's log: a second process would break the log
 * of the first.
 */
final class FolderLock implements AutoCloseable {

    private static final String FILE = "penstock.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws ProcessFailure where another process has it, or the folder can't be made or written
     */
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            return take(folder, folder.resolve(FILE));
        } catch (IOException e) {
            throw BrokerTrouble.of(folder, e);
        }
    }

    private static FolderLock take(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            String owner = Files.readString(file).strip();
            channel.close();
            throw new ProcessFailure(ProcessFailure.Code.DATA_IN_USE, folder + " is in use by "
                + (owner.isEmpty() ? "another process" : owner) + ": stop it, or name another folder with --data");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        return new FolderLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
