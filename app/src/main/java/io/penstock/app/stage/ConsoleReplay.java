package io.penstock.app.stage;

import io.penstock.app.client.DeadLetterReplay;
import io.penstock.app.client.DeadLetterReplay.Report;
import io.penstock.app.client.DeadLetterReplay.Result;
import io.penstock.app.client.KafkaClients;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** Replays dead letters for the console, one request at a time: Kafka lets only one replay go on. */
final class ConsoleReplay implements Function<String, Optional<String>> {

    private final KafkaClients clients;
    private final TopicCatalogue topics;

    ConsoleReplay(KafkaClients clients, TopicCatalogue topics) {
        this.clients = clients;
        this.topics = topics;
    }

    @Override
    public synchronized Optional<String> apply(String key) {
        List<Report> reports = new ArrayList<>();
        try {
            new DeadLetterReplay(clients, topics, false).replay(letter -> key.equals(letter.document()), reports::add);
        } catch (KafkaException e) {
            return Optional.of("it could not be replayed: " + e.getMessage() + "; try again");
        }
        if (reports.isEmpty()) {
            return Optional.of("there is no dead letter of it that was not replayed");
        }
        return reports.stream().anyMatch(report -> report.result() == Result.REPLAYED) ? Optional.empty()
            : Optional.of("it was not replayed: " + reports.get(0).message());
    }
}
