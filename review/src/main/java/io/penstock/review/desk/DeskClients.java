package io.penstock.review.desk;

import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * How the desk reaches Kafka.
 *
 * @param producer makes a producer that loses nothing
 * @param consumer makes a consumer of committed records, without a group
 */
public record DeskClients(Supplier<Producer<String, byte[]>> producer, Supplier<Consumer<String, byte[]>> consumer) {
}
