package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** The classify stage as a Kafka Streams topology: glyphs in, readings out; what cannot be classified goes to the dead letters. */
public final class ClassifyTopology {

    private ClassifyTopology() {
    }

    /** Returns the topology, with one classifier for each stream thread. */
    public static Topology of(TopicCatalogue topics, ClassifyConfig config) {
        return of(topics, config::reloadingClassifier);
    }

    /** Returns the topology around classifiers from elsewhere: one is asked for by each stream thread and closed with its last task. */
    public static Topology of(TopicCatalogue topics, Supplier<DigitClassifier> classifiers) {
        Topology topology = new Topology();
        Supplier<DigitClassifier> ofThread = new ThreadClassifiers(classifiers);
        topology.addSource("read-glyphs", topics.glyphs().keys().deserializer(), topics.glyphs().values().deserializer(),
            topics.glyphs().name());
        topology.addProcessor("classify", () -> new ClassifyProcessor(topics.glyphs(), ofThread), "read-glyphs");
        sink(topology, ClassifyProcessor.READINGS, topics.readings());
        sink(topology, ClassifyProcessor.DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    private static void sink(Topology topology, String name, Topic<?> topic) {
        topology.addSink(name, topic.name(), topic.keys().serializer(), topic.values().serializer(), "classify");
    }
}
