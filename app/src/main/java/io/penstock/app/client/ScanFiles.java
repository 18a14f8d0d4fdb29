package io.penstock.app.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The scans among files and folders: every file that is named, and from folders, with all that is in them, those that a scanner
 * would write by their extension.
 *
 * @param scans   scans, files as they were named, those of a folder in the order of their paths
 * @param skipped files in folders that are no scan by their names
 */
public record ScanFiles(List<ScanFile> scans, List<Path> skipped) {

    private static final Set<String> EXTENSIONS = Set.of("pdf", "tif", "tiff", "png", "jpg", "jpeg");

    /** Copies the lists. */
    public ScanFiles {
        scans = List.copyOf(scans);
        skipped = List.copyOf(skipped);
    }

    /**
     * Looks for scans. A document's id is the name of its file; where several have the same name, the path below the folder
     * that was named; where that is the same too, the path as it was given.
     *
     * @throws IOException where a folder can't be read
     */
    public static ScanFiles among(Collection<Path> paths) throws IOException {
        Map<Path, Path> roots = new LinkedHashMap<>();
        List<Path> skipped = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (Path file : filesBelow(path)) {
                    if (isScan(file)) {
                        roots.putIfAbsent(file, path);
                    } else {
                        skipped.add(file);
                    }
                }
            } else {
                Path parent = path.toAbsolutePath().getParent();
                roots.putIfAbsent(path, parent == null ? path : parent);
            }
        }
        return new ScanFiles(withIds(roots), skipped);
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !isHidden(folder.relativize(file))).sorted().toList();
        }
    }

    private static boolean isHidden(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isScan(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static List<ScanFile> withIds(Map<Path, Path> roots) {
        List<Function<Path, String>> namings = List.of(
            DocumentName::of,
            file -> DocumentName.ofPath(roots.get(file).toAbsolutePath().relativize(file.toAbsolutePath())),
            DocumentName::ofPath);
        Map<Path, String> ids = new LinkedHashMap<>();
        roots.keySet().forEach(file -> ids.put(file, ""));
        List<Path> ambiguous = List.copyOf(roots.keySet());
        for (Function<Path, String> naming : namings) {
            ambiguous.forEach(file -> ids.put(file, naming.apply(file)));
            Map<String, Integer> uses = new HashMap<>();
            ids.values().forEach(id -> uses.merge(id, 1, Integer::sum));
            ambiguous = ids.keySet().stream().filter(file -> uses.get(ids.get(file)) > 1).toList();
        }
        return ids.entrySet().stream().map(entry -> new ScanFile(entry.getValue(), entry.getKey())).toList();
    }
}
