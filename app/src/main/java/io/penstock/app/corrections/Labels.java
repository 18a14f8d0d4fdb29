package io.penstock.app.corrections;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.schema.Digit;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people's answers made of the numbers that they were asked about: the last word on each review, with the machine's digits before. */
final class Labels {

    private final Map<String, RecognizedNumber> people = new HashMap<>();
    private final Map<String, List<Digit>> machines = new HashMap<>();

    /** Reads all that is on the topic of numbers: what the sink made of answers is there, and of those that it refused nothing is. */
    static Labels read(KafkaClients clients, TopicCatalogue topics) {
        Labels labels = new Labels();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.numbers()))) {
            reader.forEach(record -> {
                RecognizedNumber number = TopicReader.value(topics.numbers(), record);
                if (number != null && number.getReview() != null) {
                    labels.add(number);
                }
            });
        }
        return labels;
    }

    private void add(RecognizedNumber number) {
        if (number.getSource() == Source.HUMAN) {
            people.put(number.getReview(), number);
        } else if (number.getSource() == Source.MACHINE) {
            machines.put(number.getReview(), number.getDigits());
        }
    }

    /** Returns the last number that a person gave on each review. */
    Collection<RecognizedNumber> numbers() {
        return people.values();
    }

    /** Returns the machine's digits on a review, with their places; none where it is not known any more. */
    List<Digit> machine(String review) {
        return machines.getOrDefault(review, List.of());
    }
}
