package io.penstock.segment;

import io.penstock.isolate.Isolation;
import io.penstock.isolate.IsolationConfig;
import io.penstock.isolate.Isolator;
import io.penstock.schema.deadletter.CountedProcessor;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** The segment stage as a Kafka Streams topology: pages to glyphs, form definitions from a global store. */
public final class SegmentTopology {

    private static final String FORMS = "forms";
    /** OpenCV's own limit, beneath ours: what a page says about its size is not believed. */
    private static final String OPENCV_PIXELS = "OPENCV_IO_MAX_IMAGE_PIXELS";
    private static final String PROCESSOR = "segment";
    static final String GLYPHS = "write-glyphs";
    static final String DEAD_LETTERS = "write-dead-letters";

    private SegmentTopology() {
    }

    /** Builds the topology; pages are read on threads of this process, with the defaults of every setting. */
    public static Topology of(TopicCatalogue topics) {
        return of(topics, Isolator.onThreads(IsolationConfig.of(Map.of()), new SegmentWork()), Map.of());
    }

    /** Builds the topology; pages are read where {@code isolation} says. */
    public static Topology of(TopicCatalogue topics, Isolation isolation) {
        return of(topics, isolation, isolator(isolation));
    }

    /** Builds the topology; pages are read in {@code places}. */
    public static Topology of(TopicCatalogue topics, Isolation isolation, Isolator places) {
        return of(topics, places, isolation.settings());
    }

    /** Returns the places where pages are read. */
    public static Isolator isolator(Isolation isolation) {
        String mostPixels = Long.toString(SegmentConfig.of(isolation.settings()).maxPixels());
        return Isolator.of(isolation.config(), SegmentWork.class, Map.of(OPENCV_PIXELS, mostPixels));
    }

    private static Topology of(TopicCatalogue topics, Isolator isolator, Map<String, String> settings) {
        Topology topology = new Topology();
        topology.addGlobalStore(
            Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(FORMS), Serdes.String(), Serdes.String()).withLoggingDisabled(),
            "read-forms", Serdes.String().deserializer(), topics.forms().values().deserializer(), topics.forms().name(),
            "keep-forms", () -> new FormKeeper(FORMS));
        topology.addSource("read-pages", Serdes.String().deserializer(), Serdes.ByteArray().deserializer(), topics.pages().name());
        topology.addProcessor(PROCESSOR, CountedProcessor.around(
            () -> new SegmentProcessor(isolator, settings, topics, FORMS)), "read-pages");
        topology.addSink(GLYPHS, topics.glyphs().name(), Serdes.String().serializer(),
            topics.glyphs().encoded().serializer(), PROCESSOR);
        topology.addSink(DEAD_LETTERS, topics.deadLetters().name(), Serdes.String().serializer(), Serdes.ByteArray().serializer(),
            PROCESSOR);
        return topology;
    }
}
