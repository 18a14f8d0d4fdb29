package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.isolate.Isolation;
import io.penstock.isolate.IsolationConfig;
import io.penstock.isolate.Isolator;
import io.penstock.isolate.drill.Drill;
import io.penstock.schema.deadletter.CountedProcessor;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/** The classify stage as a Kafka Streams topology: glyphs in, readings out; what cannot be classified goes to the dead letters. */
public final class ClassifyTopology {

    private ClassifyTopology() {
    }

    /** Returns the topology; pages are classified where {@code isolation} says. */
    public static Topology of(TopicCatalogue topics, Isolation isolation) {
        return of(topics, isolation, isolator(isolation));
    }

    /** Returns the topology; pages are classified in {@code places}. */
    public static Topology of(TopicCatalogue topics, Isolation isolation, Isolator places) {
        return of(topics, places, isolation.settings());
    }

    /** Returns the places where pages are classified. */
    public static Isolator isolator(Isolation isolation) {
        return Isolator.of(isolation.config(), ClassifyWork.class, Map.of());
    }

    /** Returns the topology, with one classifier for each stream thread, on a thread of this process. */
    public static Topology of(TopicCatalogue topics, ClassifyConfig config) {
        return of(topics, config::reloadingClassifier);
    }

    /**
     * Returns the topology around classifiers from elsewhere, on threads of this process: one is asked for by each stream thread and closed
     * with the last task.
     */
    public static Topology of(TopicCatalogue topics, Supplier<DigitClassifier> classifiers) {
        return of(topics, Isolator.onThreads(IsolationConfig.of(Map.of()),
            setup -> ClassifyWork.of(classifiers.get(), Drill.of(setup))), Map.of());
    }

    private static Topology of(TopicCatalogue topics, Isolator isolator, Map<String, String> settings) {
        Topology topology = new Topology();
        topology.addSource("read-glyphs", topics.glyphs().keys().deserializer(), Serdes.ByteArray().deserializer(), topics.glyphs().name());
        topology.addProcessor("classify", CountedProcessor.around(
            () -> new ClassifyProcessor(isolator, settings, topics)), "read-glyphs");
        sink(topology, ClassifyProcessor.READINGS, topics.readings(), topics.readings().encoded().serializer());
        sink(topology, ClassifyProcessor.DEAD_LETTERS, topics.deadLetters(), topics.deadLetters().values().serializer());
        return topology;
    }

    private static void sink(Topology topology, String name, Topic<?> topic, Serializer<byte[]> values) {
        topology.addSink(name, topic.name(), topic.keys().serializer(), values, "classify");
    }
}
