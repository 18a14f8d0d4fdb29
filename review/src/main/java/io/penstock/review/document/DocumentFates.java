package io.penstock.review.document;

import io.penstock.schema.DocumentFate;
import io.penstock.schema.deadletter.CountedProcessor;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** The part of the topology that keeps what became of each document: announcements, numbers and results in, by document. */
public final class DocumentFates {

    private DocumentFates() {
    }

    /** Adds it to a topology; documents are remembered for a time after they last came further. */
    public static void addTo(StreamsBuilder builder, TopicCatalogue topics, Duration retention) {
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(FateProcessor.FATES), Serdes.String(),
            topics.format().inStage(DocumentFate.class)));
        stream(builder, topics.announcements()).merge(stream(builder, topics.numbers()), Named.as("announced-and-read"))
            .merge(stream(builder, topics.results()), Named.as("of-documents"))
            .process(CountedProcessor.around(() -> new FateProcessor(retention)), Named.as("keep-fates"), FateProcessor.FATES);
    }

    private static <V extends SpecificRecord> KStream<String, SpecificRecord> stream(StreamsBuilder builder, Topic<V> topic) {
        return builder.stream(topic.name(), topic.consumed())
            .mapValues(value -> (SpecificRecord) value, Named.as("of-" + topic.shortName()));
    }
}
