package io.penstock.ingest;

import io.penstock.isolate.Isolation;
import io.penstock.isolate.IsolationConfig;
import io.penstock.isolate.Isolator;
import io.penstock.isolate.drill.Drill;
import io.penstock.schema.deadletter.CountedProcessor;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;

/** The ingest stage as a Kafka Streams topology: documents in; announcements, pages and dead letters out; no state. */
public final class IngestTopology {

    private static final String SOURCE = "read-documents";
    private static final String EXTRACT = "extract-pages";

    /** OpenCV's own limit, beneath ours: it decodes the JPEG 2000 images of PDFs. */
    private static final String OPENCV_PIXELS = "OPENCV_IO_MAX_IMAGE_PIXELS";

    private IngestTopology() {
    }

    /** Builds the topology over these topics; documents are read on threads of this process. */
    public static Topology of(TopicCatalogue topics, IngestConfig config) {
        return of(topics, new IsolatedExtractor(Isolator.onThreads(IsolationConfig.of(Map.of()),
            setup -> IngestWork.of(config, Drill.of(setup))), Map.of()));
    }

    /** Builds the topology over these topics; documents are read where {@code isolation} says. */
    public static Topology of(TopicCatalogue topics, Isolation isolation) {
        return of(topics, isolation, isolator(isolation));
    }

    /** Builds the topology over these topics; documents are read in {@code places}. */
    public static Topology of(TopicCatalogue topics, Isolation isolation, Isolator places) {
        return of(topics, new IsolatedExtractor(places, isolation.settings()));
    }

    /** Returns the places where documents are read. */
    public static Isolator isolator(Isolation isolation) {
        String mostPixels = Long.toString(IngestConfig.of(isolation.settings()).extraction().maxPagePixels());
        return Isolator.of(isolation.config(), IngestWork.class, Map.of(OPENCV_PIXELS, mostPixels));
    }

    private static Topology of(TopicCatalogue topics, IsolatedExtractor extractor) {
        // Rendering needs no screen; without this, a DISPLAY that does not answer kills the first rendered page.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        Topic<byte[]> documents = topics.documents();
        Topology topology = new Topology();
        topology.addSource(SOURCE, Serdes.ByteArray().deserializer(), documents.values().deserializer(), documents.name());
        topology.addProcessor(EXTRACT, CountedProcessor.around(() -> new IngestProcessor(extractor, topics.pages())), SOURCE);
        addSink(topology, IngestProcessor.ANNOUNCEMENTS, topics.announcements());
        addSink(topology, IngestProcessor.PAGES, topics.pages());
        addSink(topology, IngestProcessor.DEAD_LETTERS, topics.deadLetters());
        return topology;
    }

    private static <V> void addSink(Topology topology, String name, Topic<V> topic) {
        topology.addSink(name, topic.name(), topic.keys().serializer(), topic.values().serializer(), EXTRACT);
    }
}
