package io.penstock.app.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which files of a folder have stopped growing: a file is settled once its size and time have stayed the same for a while.
 *
 * <p>Hidden files, subfolders and what a download leaves while it runs ({@code .part}, {@code .tmp}, {@code .crdownload}) do not count.
 * Used by one thread.
 */
final class SettledFiles {

    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "crdownload");

    private final Path folder;
    private final Duration settle;
    private Map<Path, Seen> seen = new HashMap<>();

    private record Seen(long size, FileTime modified, long sinceNanos) {

        boolean isSame(Seen other) {
            return size == other.size && modified.equals(other.modified);
        }
    }

    SettledFiles(Path folder, Duration settle) {
        this.folder = folder;
        this.settle = settle;
    }

    /** Looks at the folder and returns the files that are settled, in the order of their names. */
    List<Path> look() throws IOException {
        long now = System.nanoTime();
        Map<Path, Seen> current = new HashMap<>();
        List<Path> settled = new ArrayList<>();
        for (Path file : candidates()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Seen state = new Seen(attributes.size(), attributes.lastModifiedTime(), now);
            Seen before = seen.get(file);
            Seen kept = before != null && before.isSame(state) ? before : state;
            current.put(file, kept);
            if (now - kept.sinceNanos >= settle.toNanos()) {
                settled.add(file);
            }
        }
        seen = current;
        return settled;
    }

    private List<Path> candidates() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> isCandidate(file.getFileName().toString())).sorted().toList();
        }
    }

    private static boolean isCandidate(String name) {
        return !name.startsWith(".") && !UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
