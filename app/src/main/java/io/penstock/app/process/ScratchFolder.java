package io.penstock.app.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder in which this process keeps what is gone with it: copies of its native libraries (80 MB), and what a {@code read} holds in
 * between. A start removes those of processes of the same user that were killed.
 */
public final class ScratchFolder implements AutoCloseable {

    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String PREFIX = "penstock-";
    private static final String LOCK = "lock";

    /** Whoever can write there can have this process run what he likes. */
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final FileChannel lock;

    private ScratchFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes one, removes those of the dead, and has everything temporary go to the new one. Called first of all: the JVM looks once.
     *
     * @throws ProcessFailure where it can't be made
     */
    public static ScratchFolder open() {
        Path temporary = Path.of(System.getProperty(TEMPORARY));
        try {
            Path folder = Files.createDirectory(temporary.resolve(PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime()),
                OWNER_ONLY);
            ScratchFolder opened = new ScratchFolder(folder, locked(folder));
            System.setProperty(TEMPORARY, folder.toString());
            removeDead(temporary, folder);
            return opened;
        } catch (IOException e) {
            throw new ProcessFailure(ProcessFailure.Code.DATA_UNUSABLE, "temporary files can't be written to " + temporary + " (" + e
                + "): make room, or name another folder with PENSTOCK_OPTS=-Djava.io.tmpdir=FOLDER", e);
        }
    }

    /** The lock has its name only once it is held: without the name a folder is left alone. */
    private static FileChannel locked(Path folder) throws IOException {
        Path making = folder.resolve(LOCK + ".new");
        FileChannel channel = FileChannel.open(making, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        Files.move(making, folder.resolve(LOCK));
        return channel;
    }

    /** Skips the own one: POSIX lifts all locks of a process on a file whenever the process closes the file. */
    private static void removeDead(Path temporary, Path own) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!folder.equals(own) && Files.getOwner(folder).equals(Files.getOwner(own)) && isDead(folder)) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            // somebody else removes them at the same time; what is left is removed by the next start
        }
    }

    private static boolean isDead(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(LOCK))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE); FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    /** The lock goes last, so that a removal that is broken off is gone on with. */
    private static void remove(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.filter(path -> !path.equals(folder) && !path.equals(lock)).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
        Files.deleteIfExists(lock);
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() {
        try {
            remove(folder);
            lock.close();
        } catch (IOException e) {
            // the next start removes what is left
        }
    }
}
