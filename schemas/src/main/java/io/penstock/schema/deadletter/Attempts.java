package io.penstock.schema.deadletter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The count of how often work on the record at hand of one partition was begun and not ended, in a small file that outlives the process.
 *
 * <p>It stands outside Kafka's transactions, which are undone when a stage dies. Written through to the operating system, not to the disk:
 * what it is to survive is the death of the process. Used by one thread.
 */
final class Attempts implements AutoCloseable {

    private static final int BYTES = Long.BYTES + Integer.BYTES;

    private final FileChannel file;
    private long offset = -1;
    private int open;

    private Attempts(FileChannel file) {
        this.file = file;
    }

    /** Opens the count of a partition in a folder, which is made where it is missing. */
    static Attempts open(Path folder, String topic, int partition) {
        try {
            Files.createDirectories(folder);
            Attempts attempts = new Attempts(FileChannel.open(folder.resolve(topic + "-" + partition), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE));
            attempts.load();
            return attempts;
        } catch (IOException e) {
            throw new UncheckedIOException("the count of attempts cannot be opened", e);
        }
    }

    private void load() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        if (file.read(bytes, 0) == BYTES) {
            offset = bytes.getLong(0);
            open = bytes.getInt(Long.BYTES);
        }
    }

    /** Returns how often work on the record at an offset was begun and not ended. */
    int unended(long at) {
        return at == offset ? open : 0;
    }

    /** Notes that work on the record at an offset begins. */
    void begin(long at) {
        write(at, unended(at) + 1);
    }

    /** Notes that work on the record has come to its end, good or bad. */
    void end() {
        write(offset, 0);
    }

    private void write(long at, int count) {
        offset = at;
        open = count;
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(at).putInt(count).flip();
        try {
            file.write(bytes, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the count of attempts cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
