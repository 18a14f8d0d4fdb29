package io.penstock.segment;

import io.penstock.schema.Page;
import io.penstock.schema.topic.TopicCatalogue;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** The segment stage as a Kafka Streams topology: pages to glyphs, form definitions from a global store. */
public final class SegmentTopology {

    private static final String FORMS = "forms";
    private static final String PROCESSOR = "segment";
    static final String GLYPHS = "write-glyphs";
    static final String DEAD_LETTERS = "write-dead-letters";

    private SegmentTopology() {
    }

    /** Builds the topology. */
    public static Topology of(TopicCatalogue topics, SegmentConfig config) {
        Topology topology = new Topology();
        topology.addGlobalStore(
            Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(FORMS), Serdes.String(), Serdes.String()).withLoggingDisabled(),
            "read-forms", Serdes.String().deserializer(), topics.forms().values().deserializer(), topics.forms().name(),
            "keep-forms", () -> new FormKeeper(FORMS));
        topology.addSource("read-pages", Serdes.String().deserializer(), topics.pages().values().deserializer(), topics.pages().name());
        topology.<String, Page, String, Object>addProcessor(PROCESSOR, () -> new SegmentProcessor(config, topics.pages().values(), FORMS),
            "read-pages");
        topology.addSink(GLYPHS, topics.glyphs().name(), Serdes.String().serializer(), topics.glyphs().values().serializer(), PROCESSOR);
        topology.addSink(DEAD_LETTERS, topics.deadLetters().name(), Serdes.String().serializer(), Serdes.ByteArray().serializer(),
            PROCESSOR);
        return topology;
    }
}
