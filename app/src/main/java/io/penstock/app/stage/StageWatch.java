package io.penstock.app.stage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether a stage gets on: looks now and then at its state, at what it has committed and at how much waits for it.
 *
 * <p>A stage stands still when records wait and none is committed for longer than the slowest may take; likewise when its group finds no
 * rest for as long and no state is restored meanwhile. Thread-safe.
 */
final class StageWatch {

    /** What is seen in one look. */
    record Look(KafkaStreams.State state, int partitions, double commits, double waiting, long restored) {

        static Look at(KafkaStreams streams, Restoring restoring) {
            int partitions = streams.metadataForLocalThreads().stream().flatMap(thread -> thread.activeTasks().stream())
                .mapToInt(task -> task.topicPartitions().size()).sum();
            Collection<? extends Metric> metrics = streams.metrics().values();
            return new Look(streams.state(), partitions, sum(metrics, "stream-thread-metrics", "commit-total"),
                sum(metrics, "consumer-fetch-manager-metrics", "records-lag"), restoring.done());
        }

        private static double sum(Collection<? extends Metric> metrics, String group, String name) {
            return metrics.stream().filter(metric -> metric.metricName().group().equals(group) && metric.metricName().name().equals(name)
                    && metric.metricName().tags().getOrDefault("client-id", "").matches(".*(?<!restore|global)-consumer|")
                    && metric.metricValue() instanceof Double value && !value.isNaN())
                .mapToDouble(metric -> (Double) metric.metricValue()).sum();
        }
    }

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final String stage;
    private final Duration patience;
    private final Supplier<Look> eye;
    private final InstantSource time;
    private Look last;
    private long looked;
    private long progress;
    private long committed;

    StageWatch(String stage, Duration patience, Supplier<Look> eye, InstantSource time) {
        this.stage = stage;
        this.patience = patience;
        this.eye = eye;
        this.time = time;
        progress = time.millis();
        committed = progress;
    }

    /** Looks, unless it did so seconds ago. */
    synchronized void look() {
        long now = time.millis();
        if (last != null && now - looked < PERIOD.toMillis()) {
            return;
        }
        Look look = eye.get();
        boolean moved = last == null || look.commits() != last.commits();
        boolean idle = look.state() == KafkaStreams.State.RUNNING && look.waiting() == 0;
        if (moved || idle || look.restored() != last.restored()) {
            progress = now;
        }
        if (moved) {
            committed = now;
        }
        last = look;
        looked = now;
    }

    /** Returns why the stage is not well; empty while it is. */
    synchronized Optional<String> trouble() {
        look();
        Duration still = Duration.ofMillis(time.millis() - progress);
        if (still.compareTo(patience) <= 0) {
            return Optional.empty();
        }
        return Optional.of("stage " + stage + " stands still: " + last.state() + ", nothing committed for " + still.toSeconds()
            + " s while " + (long) last.waiting() + " records wait");
    }

    /** Returns whether the stage has work to do or stands by for it. */
    synchronized boolean isReady() {
        look();
        return last.state() == KafkaStreams.State.RUNNING;
    }

    /** Returns the stage's state in one line. */
    synchronized String line() {
        look();
        return stage + ": " + last.state() + ", " + last.partitions() + " partitions, last commit "
            + (time.millis() - committed) / 1000 + " s ago, " + (long) last.waiting() + " records wait";
    }
}
