package io.penstock.schema.document;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The timestamp of a record, or, where it has none, the time of the newest record of its partition, or now.
 *
 * <p>A producer may stamp a record with -1 where the topic keeps producers' times. Streams' own extractors stop the thread for that, again
 * and again, or drop the record; a document must do neither.
 */
public final class ArrivalTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        if (record.timestamp() >= 0) {
            return record.timestamp();
        }
        return partitionTime >= 0 ? partitionTime : System.currentTimeMillis();
    }
}
