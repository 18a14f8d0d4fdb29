package io.penstock.isolate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started: this JVM's own class path, archive of classes and properties, a heap of its own.
 *
 * @param source      where its work comes from
 * @param memoryBytes memory that it may take; half of it is the heap
 * @param environment variables that it gets besides this process's own
 */
record ChildCommand(Class<? extends WorkSource> source, long memoryBytes, Map<String, String> environment) {

    /**
     * Signals for the whole group or service are not the child's: it ends when its stage does. Its answers go to a stream of their own, so
     * that nothing that native code prints gets between them; a crash is told in a file of ours, not in a core dump nor on the terminal.
     */
    private static final String SHELL = "trap '' HUP INT TERM; ulimit -c 0; exec \"$@\" 3>&1 1>/dev/null";

    private static final List<String> KEPT = List.of("-D", "-Xshare", "-XX:SharedArchiveFile", "-XX:Tier", "-XX:-Tier", "--add-",
        "--enable-native-access");
    private static final List<String> NOT_KEPT = List.of("-Dcom.sun.management.", "-Dpenstock.terminal.");

    /** Starts the process; its answers are on its output stream. */
    Process start(Path crashFile) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "penstock-child",
            Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(ChildCommand::isKept).forEach(command::add);
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC", "-Xmx" + memoryBytes / 2,
            "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=" + crashFile, "-Djava.awt.headless=true",
            "-cp", System.getProperty("java.class.path"), ChildMain.class.getName(), source.getName(),
            Long.toString(ProcessHandle.current().pid())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // settings reach the work through its setup; the passwords among them are not for those who work on what strangers made
        builder.environment().keySet().removeIf(name -> name.startsWith("PENSTOCK_") && !name.startsWith("PENSTOCK_LOG"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean isKept(String option) {
        return KEPT.stream().anyMatch(option::startsWith) && NOT_KEPT.stream().noneMatch(option::startsWith);
    }
}
