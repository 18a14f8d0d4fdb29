package io.penstock.sink.assemble;

import io.penstock.schema.deadletter.DeadLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where a record came from, should it have to be given up. A correction carries it in its headers through the repartition topic.
 *
 * @param topic     topic of the record
 * @param partition its partition
 * @param offset    its offset
 */
record DeadLetterSource(String topic, int partition, long offset) {

    static DeadLetterSource of(RecordMetadata metadata) {
        return new DeadLetterSource(metadata.topic(), metadata.partition(), metadata.offset());
    }

    static DeadLetterSource of(Headers headers) {
        DeadLetter carried = DeadLetter.of(headers);
        return new DeadLetterSource(carried.topic(), carried.partition(), carried.offset());
    }

    /** Returns the headers with this source added. */
    Headers addTo(Headers headers) {
        return new DeadLetter("", "", "", topic, partition, offset).addTo(headers);
    }
}
