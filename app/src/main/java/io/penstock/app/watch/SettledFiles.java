package io.penstock.app.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which files of a folder are ready, as {@link Settling} says.
 *
 * <p>Hidden files, subfolders and what a download leaves while it runs ({@code .part}, {@code .tmp}, {@code .crdownload}) do not count.
 * Used by one thread.
 */
final class SettledFiles {

    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "crdownload");

    private final Path folder;
    private final Settling settling;

    SettledFiles(Path folder, WatchTimes times) {
        this.folder = folder;
        settling = new Settling(times);
    }

    /** Looks at the folder and returns the files that are ready, in the order of their names. */
    List<Path> look() throws IOException {
        List<Path> candidates = candidates();
        List<Path> settled = new ArrayList<>();
        for (Path file : candidates) {
            if (settling.isReady(file)) {
                settled.add(file);
            }
        }
        settling.keep(candidates);
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
