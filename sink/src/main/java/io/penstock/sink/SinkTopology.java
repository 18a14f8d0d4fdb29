package io.penstock.sink;

import io.penstock.schema.Correction;
import io.penstock.schema.DocumentState;
import io.penstock.schema.PageState;
import io.penstock.schema.deadletter.CountedProcessor;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.sink.assemble.CorrectionProcessor;
import io.penstock.sink.assemble.CorrectionRouter;
import io.penstock.sink.assemble.DocumentStore;
import io.penstock.sink.assemble.Emission;
import io.penstock.sink.assemble.PageProcessor;
import io.penstock.sink.decode.NumberDecoder;
import io.penstock.sink.risk.RiskJudge;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of the sink: readings and corrections in; numbers, reviews, results and dead letters out.
 *
 * <p>Corrections come keyed by review and are repartitioned by document, so that they meet the document's state. For that the
 * topics of readings and corrections must have the same number of partitions, as one layout gives them.
 */
public final class SinkTopology {

    private SinkTopology() {
    }

    /**
     * Returns the topology over a pipeline's topics.
     *
     * @throws io.penstock.sink.risk.RiskContractException where the configured risk contract cannot be used
     */
    public static Topology of(TopicCatalogue topics, SinkConfig config) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DocumentStore.DOCUMENTS), Serdes.String(),
            topics.format().inStage(DocumentState.class)));
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DocumentStore.PAGES), Serdes.String(),
            topics.format().inStage(PageState.class)));
        NumberDecoder decoder = new NumberDecoder(config.decoder());
        RiskJudge judge = RiskJudge.of(config.riskContract());
        KStream<String, Emission> fromPages = builder.stream(topics.readings().name(), topics.readings().consumed())
            .process(CountedProcessor.around(
                () -> new PageProcessor(decoder, judge, config.quality(), topics.readings(), config.retention())),
                Named.as("decode-page"), DocumentStore.DOCUMENTS, DocumentStore.PAGES);
        KStream<String, Emission> fromPeople = builder.stream(topics.corrections().name(), topics.corrections().consumed())
            .process(CorrectionRouter::new, Named.as("route-correction"))
            .repartition(Repartitioned.<String, Correction>as("corrections-by-document")
                .withKeySerde(topics.corrections().keys()).withValueSerde(topics.format().inStage(Correction.class)))
            .process(CountedProcessor.around(
                () -> new CorrectionProcessor(topics.corrections(), config.decoder().windowStart())), Named.as("apply-correction"),
                DocumentStore.DOCUMENTS, DocumentStore.PAGES);
        KStream<String, Emission> all = fromPages.merge(fromPeople, Named.as("emissions"));
        send(all, Emission.Number.class, topics.numbers());
        send(all, Emission.Review.class, topics.reviews());
        send(all, Emission.Result.class, topics.results());
        send(all, Emission.Dead.class, topics.deadLetters());
        return builder.build();
    }

    private static <V, E extends Emission.Of<V>> void send(KStream<String, Emission> all, Class<E> type, Topic<V> topic) {
        all.filter((key, emission) -> type.isInstance(emission), Named.as("only-" + topic.shortName()))
            .mapValues(emission -> type.cast(emission).value(), Named.as("open-" + topic.shortName()))
            .to(topic.name(), topic.produced());
    }
}
