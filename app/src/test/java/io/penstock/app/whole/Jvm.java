package io.penstock.app.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with this test's class path and the launcher's options. */
public final class Jvm implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private Jvm(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a main class. */
    public static Jvm start(Path folder, Class<?> main, List<String> arguments) throws IOException {
        return start(folder, Map.of(), List.of(), main, arguments);
    }

    /** Starts a main class with further variables of the environment and options of the JVM. */
    public static Jvm start(Path folder, Map<String, String> environment, List<String> options, Class<?> main, List<String> arguments)
        throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Path.of("target", "launcher", "jvm.options").toAbsolutePath(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=logback.xml", "-Dpenstock.home=" + Path.of("..").toAbsolutePath().normalize(), "-cp",
            System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        Path out = Files.createTempFile(folder, "stdout", "");
        Path err = Files.createTempFile(folder, "stderr", "");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Jvm(builder.start(), out, err);
    }

    /** Waits for its end and returns the exit code. */
    public int exitCode(long seconds) throws InterruptedException, IOException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + seconds + " s; stderr:\n" + stderr());
        }
        return process.exitValue();
    }

    public List<String> stdout() throws IOException {
        return Files.readAllLines(out);
    }

    public String stderr() throws IOException {
        return Files.readString(err);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    /** Ends it as a power cut does; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it in its tracks, as a machine that hangs; {@link #resume} lets it go on. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " ended with " + code);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
