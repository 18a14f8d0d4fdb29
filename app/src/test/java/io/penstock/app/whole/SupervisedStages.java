package io.penstock.app.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process for each stage; one that ends is started again, as a supervisor does. Thread-safe. */
final class SupervisedStages implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;

    private final KafkaCluster cluster;
    private final Path folder;
    private final List<String> options;
    private final Map<String, Jvm> processes = new HashMap<>();
    private final Thread supervisor = new Thread(this::supervise, "supervisor");

    private SupervisedStages(KafkaCluster cluster, Path folder, List<String> options) {
        this.cluster = cluster;
        this.folder = folder;
        this.options = options;
    }

    /** Starts stages with options; their state is kept in {@code folder}. */
    static SupervisedStages start(KafkaCluster cluster, Path folder, List<String> names, String... options) throws IOException {
        SupervisedStages stages = new SupervisedStages(cluster, folder, List.of(options));
        for (String name : names) {
            stages.start(name);
        }
        stages.supervisor.start();
        return stages;
    }

    private synchronized void start(String name) throws IOException {
        processes.put(name, cluster.start(Stream.concat(Stream.of("stage", name, "--set", "streams.state.dir=" + folder.resolve(name)),
            options.stream()).toArray(String[]::new)));
    }

    private void supervise() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                startEnded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void startEnded() throws IOException {
        for (String name : List.copyOf(processes.keySet())) {
            if (!processes.get(name).isAlive()) {
                start(name);
            }
        }
    }

    synchronized Jvm process(String name) {
        return processes.get(name);
    }

    /** Kills all of them at once. */
    synchronized void killAll() throws InterruptedException {
        for (Jvm process : processes.values()) {
            process.kill();
        }
    }

    /** Returns what the processes of now have said. */
    synchronized String stderr() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, Jvm> process : processes.entrySet()) {
            all.append(process.getKey()).append(":\n").append(process.getValue().stderr());
        }
        return all.toString();
    }

    @Override
    public void close() {
        supervisor.interrupt();
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        processes.values().forEach(Jvm::close);
    }
}
