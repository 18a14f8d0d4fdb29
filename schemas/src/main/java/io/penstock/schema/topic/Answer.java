package io.penstock.schema.topic;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;

/** What the cluster answers to a question or an order. */
final class Answer {

    private Answer() {
    }

    /**
     * Waits for an answer.
     *
     * @throws ApiException         what the cluster says where it refuses
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    static <V> V of(KafkaFuture<V> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
