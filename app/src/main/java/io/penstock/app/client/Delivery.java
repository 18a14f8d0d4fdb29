package io.penstock.app.client;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** The end of sending: a producer's records are in their topics, or it is said that one is not. */
public final class Delivery {

    private Delivery() {
    }

    /**
     * Returns when all records are in their topics.
     *
     * @param failure what to say where one is not
     * @param sent    what the producer returned for each record
     * @throws KafkaException       where the cluster does not take one
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public static void await(Producer<?, ?> producer, Collection<Future<RecordMetadata>> sent, String failure) throws InterruptedException {
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new KafkaException(failure + ": " + e.getCause().getMessage(), e.getCause());
            }
        }
    }
}
