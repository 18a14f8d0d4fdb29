package io.penstock.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a JVM that crashed says about it, in one line. */
final class CrashReport {

    private static final int HEAD = 40;
    private static final int MOST = 500;

    private CrashReport() {
    }

    /** Reads the report of a JVM that is gone and deletes it; empty where it left none. */
    static Optional<String> take(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> head;
            try (var lines = Files.lines(file)) {
                head = lines.limit(HEAD).toList();
            }
            Files.delete(file);
            return Optional.of(line(head));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The signal stands in the first paragraph, the frame in the line after its heading; all begin with a sign for comments. */
    private static String line(List<String> head) {
        String text = "the process crashed: " + head.stream().filter(line -> line.contains(" at pc=") || line.startsWith("# C  [")
            || line.startsWith("# V  [") || line.startsWith("# J ") || line.startsWith("# j "))
            .map(line -> line.substring(1).strip().replaceAll(" +", " ")).collect(Collectors.joining(" in "));
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }
}
