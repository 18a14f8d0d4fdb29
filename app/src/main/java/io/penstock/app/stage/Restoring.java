package io.penstock.app.stage;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of a stage's state has been read back from its changelogs. */
final class Restoring implements StateRestoreListener {

    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long begin, long end) {
        total.addAndGet(end - begin);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long records) {
        done.addAndGet(records);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        // what was restored has been counted
    }

    /** Returns how many records were read. */
    long done() {
        return done.get();
    }

    /** Returns how many there were to read so far; some of their numbers are marks of transactions, which are never read. */
    long total() {
        return total.get();
    }
}
