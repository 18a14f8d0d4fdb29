package io.penstock.schema.deadletter;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A processor around another one that gives a record up once the stage has died of it {@value #DEATHS} times: it fails with
 * {@link RepeatedDeathException}, of which {@link DeadLetterProcessingHandler} makes a dead letter.
 *
 * <p>Counts per record in the stage's folder of state, so it knows the deaths of processes that used the same one. An exception is no
 * death: it has a handler.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 * @param <L> type of the keys that go on
 * @param <W> type of the values that go on
 */
public final class CountedProcessor<K, V, L, W> implements Processor<K, V, L, W> {

    private static final int DEATHS = 3;
    private static final String FOLDER = "attempts";

    private final Processor<K, V, L, W> processor;
    private final Map<String, Attempts> byTopic = new HashMap<>();
    private ProcessorContext<L, W> context;

    private CountedProcessor(Processor<K, V, L, W> processor) {
        this.processor = processor;
    }

    /** Returns a supplier whose processors count the attempts of another one's. */
    public static <K, V, L, W> ProcessorSupplier<K, V, L, W> around(ProcessorSupplier<K, V, L, W> supplier) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<K, V, L, W> get() {
                return new CountedProcessor<>(supplier.get());
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return supplier.stores();
            }
        };
    }

    @Override
    public void init(ProcessorContext<L, W> context) {
        this.context = context;
        processor.init(context);
    }

    @Override
    public void process(Record<K, V> record) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        Attempts attempts = byTopic.computeIfAbsent(source.topic(), topic -> Attempts.open(folder(), topic, source.partition()));
        int deaths = attempts.unended(source.offset());
        if (deaths >= DEATHS) {
            throw new RepeatedDeathException(deaths);
        }
        attempts.begin(source.offset());
        try {
            processor.process(record);
        } catch (RuntimeException e) {
            attempts.end();
            throw e;
        }
        attempts.end();
    }

    private Path folder() {
        Map<String, Object> configs = context.appConfigs();
        return Path.of(configs.get(StreamsConfig.STATE_DIR_CONFIG).toString(), FOLDER, context.applicationId());
    }

    @Override
    public void close() {
        byTopic.values().forEach(Attempts::close);
        byTopic.clear();
        processor.close();
    }
}
