package io.penstock.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that another process holds, as Linux knows it. */
final class ResidentMemory {

    private static final String LINE = "VmRSS:";

    private ResidentMemory() {
    }

    /** Returns the bytes that a process holds; 0 where it is gone or the system does not say. */
    static long of(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(LINE)) {
                    return Long.parseLong(line.substring(LINE.length(), line.indexOf("kB")).strip()) * 1024;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
