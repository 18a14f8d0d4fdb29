package io.penstock.sink;

import io.penstock.schema.Correction;
import io.penstock.schema.DocumentState;
import io.penstock.schema.Loss;
import io.penstock.schema.PageState;
import io.penstock.schema.deadletter.CountedProcessor;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.sink.assemble.AnnouncementProcessor;
import io.penstock.sink.assemble.CorrectionProcessor;
import io.penstock.sink.assemble.CorrectionRouter;
import io.penstock.sink.assemble.DocumentStore;
import io.penstock.sink.assemble.Emission;
import io.penstock.sink.assemble.LossProcessor;
import io.penstock.sink.assemble.LossRouter;
import io.penstock.sink.assemble.PageProcessor;
import io.penstock.sink.decode.NumberDecoder;
import io.penstock.sink.risk.RiskJudge;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of the sink: announcements, readings, corrections and dead letters in; numbers, reviews, results and dead letters out.
 *
 * <p>Corrections come keyed by review, dead letters by anything; both are repartitioned by document, so that they meet the document's
 * state. For that the topics of announcements and readings must have the same number of partitions, as one layout gives them.
 */
public final class SinkTopology {

    private static final String[] STORES = {DocumentStore.DOCUMENTS, DocumentStore.PAGES, DocumentStore.DAYS};

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
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DocumentStore.DAYS), Serdes.String(),
            Serdes.ByteArray()));
        NumberDecoder decoder = new NumberDecoder(config.decoder());
        RiskJudge judge = RiskJudge.of(config.riskContracts());
        KStream<String, Emission> fromPages = builder.stream(topics.readings().name(), topics.readings().consumed())
            .process(CountedProcessor.around(
                () -> new PageProcessor(decoder, judge, config.quality(), topics, config.retention())),
                Named.as("decode-page"), STORES);
        KStream<String, Emission> fromAnnouncements = builder.stream(topics.announcements().name(), topics.announcements().consumed())
            .process(CountedProcessor.around(() -> new AnnouncementProcessor(topics.results())), Named.as("expect-document"), STORES);
        KStream<String, Emission> fromLosses = builder.stream(topics.deadLetters().name(),
                Consumed.with(Serdes.ByteArray(), topics.deadLetters().values()).withName("read-" + topics.deadLetters().shortName()))
            .process(LossRouter::new, Named.as("route-loss"))
            .repartition(Repartitioned.<String, Loss>as("losses-by-document")
                .withKeySerde(Serdes.String()).withValueSerde(topics.format().inStage(Loss.class)))
            .process(CountedProcessor.around(() -> new LossProcessor(topics.results())), Named.as("lose-page"), STORES);
        KStream<String, Emission> fromPeople = builder.stream(topics.corrections().name(), topics.corrections().consumed())
            .process(CorrectionRouter::new, Named.as("route-correction"))
            .repartition(Repartitioned.<String, Correction>as("corrections-by-document")
                .withKeySerde(topics.corrections().keys()).withValueSerde(topics.format().inStage(Correction.class)))
            .process(CountedProcessor.around(
                () -> new CorrectionProcessor(topics, config.decoder().windowStart())), Named.as("apply-correction"), STORES);
        KStream<String, Emission> all = fromPages.merge(fromPeople, Named.as("emissions-of-people"))
            .merge(fromAnnouncements, Named.as("emissions-of-announcements")).merge(fromLosses, Named.as("emissions"));
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
