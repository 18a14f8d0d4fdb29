package io.penstock.ingest;

import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import org.apache.kafka.streams.Topology;

/** The ingest stage as a Kafka Streams topology: {@code documents} in, {@code pages} and {@code dead-letters} out, no state. */
public final class IngestTopology {

    private static final String SOURCE = "read-documents";
    private static final String EXTRACT = "extract-pages";

    private IngestTopology() {
    }

    /** Builds the topology over these topics. */
    public static Topology of(TopicCatalogue topics, IngestConfig config) {
        // Rendering needs no screen; without this, a DISPLAY that does not answer kills the first rendered page.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        PageExtractor extractor = new PageExtractor(config.extraction());
        Topic<byte[]> documents = topics.documents();
        Topology topology = new Topology();
        topology.addSource(SOURCE, documents.keys().deserializer(), documents.values().deserializer(), documents.name());
        topology.addProcessor(EXTRACT, () -> new IngestProcessor(extractor), SOURCE);
        addSink(topology, IngestProcessor.PAGES, topics.pages());
        addSink(topology, IngestProcessor.DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    private static <V> void addSink(Topology topology, String name, Topic<V> topic) {
        topology.addSink(name, topic.name(), topic.keys().serializer(), topic.values().serializer(), EXTRACT);
    }
}
