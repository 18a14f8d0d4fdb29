package io.penstock.app.corrections;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.schema.Box;
import io.penstock.schema.Digit;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people's answers made of the numbers that they were asked about: the last word on each review, with the machine's digits before. */
final class Labels {

    private final LeaveOut leaveOut;
    private final Map<Place, Map<Integer, Seen>> pages = new HashMap<>();
    private final Map<String, RecognizedNumber> people = new HashMap<>();
    private final Map<String, List<Digit>> machines = new HashMap<>();

    private Labels(LeaveOut leaveOut) {
        this.leaveOut = leaveOut;
    }

    /** A number of a page: how many there are, and where it is if it must not leave. */
    private record Seen(int siblings, Box box, boolean held) { }

    /** Reads all that is on the topic of numbers: what the sink made of answers is there, and of those that it refused nothing is. */
    static Labels read(KafkaClients clients, TopicCatalogue topics, LeaveOut leaveOut) {
        Labels labels = new Labels(leaveOut);
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.numbers()))) {
            reader.forEach(record -> {
                RecognizedNumber number = TopicReader.value(topics.numbers(), record);
                if (number != null) {
                    labels.add(number);
                }
            });
        }
        return labels;
    }

    private void add(RecognizedNumber number) {
        pages.computeIfAbsent(Place.of(number), none -> new HashMap<>()).put(number.getIndex(), new Seen(number.getSiblings(),
            leaveOut.covers(number) ? number.getBox() : null, leaveOut.covers(number)));
        if (number.getReview() == null) {
            return;
        }
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

    /** Returns where on a page is what must not leave; empty where that is not known for all of its numbers. */
    Optional<List<Box>> covered(Place place) {
        Map<Integer, Seen> seen = pages.getOrDefault(place, Map.of());
        boolean all = seen.values().stream()
            .allMatch(number -> number.siblings() == seen.size() && (!number.held() || number.box() != null));
        return seen.isEmpty() || !all ? Optional.empty()
            : Optional.of(seen.values().stream().filter(Seen::held).map(Seen::box).toList());
    }

    /** Returns the machine's digits on a review, with their places; none where it is not known any more. */
    List<Digit> machine(String review) {
        return machines.getOrDefault(review, List.of());
    }
}
