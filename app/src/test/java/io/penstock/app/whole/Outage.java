package io.penstock.app.whole;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What users notice of something that happens to a pipeline at work, from the moment this is made until it is asked. */
final class Outage {

    /** Something that happens to a pipeline. */
    @FunctionalInterface
    interface Fault {

        void happen() throws IOException, InterruptedException;
    }

    private final Feeder feeder;
    private final Ledger ledger;
    private final int first;
    private final long from = System.nanoTime();

    Outage(Feeder feeder, Ledger ledger) {
        this.feeder = feeder;
        this.ledger = ledger;
        first = feeder.sent();
    }

    /** Returns the longest time without any result. */
    Duration standstill() {
        long to = System.nanoTime();
        long[] times = LongStream.concat(LongStream.of(from, to), ledger.ended().values().stream().mapToLong(Long::longValue))
            .filter(time -> time >= from && time <= to).sorted().toArray();
        return Duration.ofNanos(IntStream.range(1, times.length).mapToLong(i -> times[i] - times[i - 1]).max().orElseThrow());
    }

    /** Returns how long the slowest document took that was sent since, and before document {@code last}; all have ended. */
    Duration slowest(int last) {
        Map<String, Long> ended = ledger.ended();
        return Duration.ofNanos(IntStream.range(first, last).mapToLong(i -> ended.get("doc-" + i) - feeder.sentAt(i)).max().orElseThrow());
    }
}
