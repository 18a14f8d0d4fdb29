package io.penstock.review.desk;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * How the desk reaches Kafka.
 *
 * @param producer makes a producer that loses nothing
 * @param consumer makes a consumer of committed records, without a group
 * @param lags     says how many records wait for each stage
 * @param replay   sends the dead letters with a key to where they came from, each once; says why none was, or nothing
 */
public record DeskClients(Supplier<Producer<String, byte[]>> producer, Supplier<Consumer<String, byte[]>> consumer,
                          Supplier<Map<String, Long>> lags, Function<String, Optional<String>> replay) {
}
