package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A program of {@code examples}, compiled and run with Kafka's client and Avro, and with nothing of Penstock. */
final class ExampleProgram implements AutoCloseable {

    private static final Path SOURCES = Path.of("..", "examples", "src", "main", "java");
    private static final Pattern ALLOWED = Pattern.compile("(kafka-clients|avro|jackson-(core|databind|annotations)|slf4j-api|commons-\\w+|"
        + "lz4-java|snappy-java|zstd-jni)-[\\d.]+[\\w.-]*\\.jar");

    private final Process process;
    private final Path log;

    private ExampleProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Compiles all of them into a folder. */
    static void compile(Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", libraries(), "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.filter(file -> file.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))).isZero();
    }

    static ExampleProgram start(Path classes, String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
            "-XX:TieredStopAtLevel=1", "-cp", classes + File.pathSeparator + libraries(), "io.penstock.example." + name));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(classes, name, ".log");
        return new ExampleProgram(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> ALLOWED.matcher(Path.of(entry).getFileName().toString()).matches())
            .collect(Collectors.joining(File.pathSeparator));
    }

    void requireAlive() throws IOException {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
    }

    /** Waits until it has ended by itself. */
    void awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Stops it in its tracks, as a machine that hangs. */
    void pause() throws Exception {
        signal("STOP");
    }

    void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    /** Ends it as a power cut does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
