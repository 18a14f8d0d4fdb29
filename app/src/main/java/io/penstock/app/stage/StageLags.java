package io.penstock.app.stage;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How many records wait for each stage, whichever processes it runs in; looked up at most every few seconds. */
final class StageLags implements Supplier<Map<String, Long>> {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final Settings settings;
    private Map<String, Long> known = Map.of();
    private long looked;

    StageLags(KafkaClients clients, Settings settings) {
        this.clients = clients;
        this.settings = settings;
        looked = System.nanoTime() - FRESH.toNanos();
    }

    /** Returns them in the order of the data's way; without those of which Kafka says nothing. */
    @Override
    public synchronized Map<String, Long> get() {
        if (System.nanoTime() - looked >= FRESH.toNanos()) {
            looked = System.nanoTime();
            try (Admin admin = clients.admin()) {
                known = look(admin);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                known = Map.of();
            }
        }
        return known;
    }

    private Map<String, Long> look(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Long> lags = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            String group = settings.pipeline().applicationId(stage.shortName());
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group)
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (!done.isEmpty()) {
                Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(done.keySet().stream()
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()))).all()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                lags.put(stage.shortName(), done.entrySet().stream().filter(entry -> entry.getValue() != null)
                    .mapToLong(entry -> Math.max(0, ends.get(entry.getKey()).offset() - entry.getValue().offset())).sum());
            }
        }
        return lags;
    }
}
