package io.penstock.app.whole;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Apicurio Registry, as its project ships it, in a JVM of its own; what is registered is lost when it ends. */
final class Apicurio implements AutoCloseable {

    private static final long START_NANOS = 90_000_000_000L;
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    private Apicurio(Process process, int port) {
        this.process = process;
        this.url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Starts it; its log goes to a folder. */
    static Apicurio start(Path folder) throws IOException, InterruptedException {
        File log = folder.resolve("registry.log").toFile();
        int port = FreePort.next();
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m",
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port, "-jar",
            jar().toString()).redirectErrorStream(true).redirectOutput(log).start();
        Apicurio registry = new Apicurio(process, port);
        for (long deadline = System.nanoTime() + START_NANOS; !registry.answers(); Thread.sleep(100)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                registry.close();
                throw new AssertionError("the registry did not start:\n" + Files.readString(log.toPath()));
            }
        }
        return registry;
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "registry"))) {
            return files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url + "/subjects")).build(), BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the address of its interface that is Confluent's. */
    String url() {
        return url;
    }

    /** Returns what it answers to a question. */
    String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString()).body();
    }

    /** Returns what it answers to something new. */
    String post(String path, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", MEDIA_TYPE)
            .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
