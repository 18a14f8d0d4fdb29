package io.penstock.schema.topic;

import io.penstock.schema.topic.Topic.Cleanup;
import io.penstock.schema.topic.TopicMismatch.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Compares topics on a cluster with the layout that the pipeline needs. Changes nothing. */
public final class TopicCheck {

    private static final int INSYNC = 2;

    private final Admin admin;
    private final TopicLayout layout;

    /** Looks through {@code admin}, which stays the caller's. */
    public TopicCheck(Admin admin, TopicLayout layout) {
        this.admin = admin;
        this.layout = layout;
    }

    /**
     * Compares topics.
     *
     * @return what is wrong, in the order of the topics; settings that may not be looked at count as right
     * @throws ApiException         where the cluster refuses
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public List<TopicMismatch> check(Collection<Topic<?>> topics) throws InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> descriptions = admin.describeTopics(topics.stream().map(Topic::name).toList())
            .topicNameValues();
        Map<String, TopicDescription> there = new HashMap<>();
        for (Topic<?> topic : topics) {
            get(descriptions.get(topic.name()), UnknownTopicOrPartitionException.class)
                .ifPresent(description -> there.put(topic.name(), description));
        }
        Map<String, Config> configs = configs(there.keySet());
        int partitions = topics.stream().filter(topic -> there.containsKey(topic.name()) && topic.cleanup() != Cleanup.COMPACT_ALL)
            .mapToInt(topic -> there.get(topic.name()).partitions().size()).max().orElse(1);
        List<TopicMismatch> found = new ArrayList<>();
        for (Topic<?> topic : topics) {
            TopicDescription description = there.get(topic.name());
            if (description == null) {
                found.add(new TopicMismatch(Code.TOPIC_MISSING, topic.name(), "is not there",
                    "./penstock topics create --bootstrap-servers BROKER", Optional.empty()));
            } else {
                found.addAll(shape(topic, description, partitions));
                Optional.ofNullable(configs.get(topic.name())).ifPresent(config -> found.addAll(settings(topic, description, config)));
            }
        }
        return found;
    }

    private Map<String, Config> configs(Collection<String> names) throws InterruptedException {
        Map<ConfigResource, KafkaFuture<Config>> futures = admin.describeConfigs(names.stream()
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList()).values();
        Map<String, Config> configs = new HashMap<>();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> future : futures.entrySet()) {
            get(future.getValue(), AuthorizationException.class).ifPresent(config -> configs.put(future.getKey().name(), config));
        }
        return configs;
    }

    /** Returns a value, or nothing where it failed as expected. */
    private static <V> Optional<V> get(KafkaFuture<V> future, Class<? extends ApiException> expected) throws InterruptedException {
        try {
            return Optional.of(Answer.of(future));
        } catch (ApiException e) {
            if (expected.isInstance(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<TopicMismatch> shape(Topic<?> topic, TopicDescription description, int partitions) {
        List<TopicMismatch> found = new ArrayList<>();
        int there = description.partitions().size();
        if (topic.cleanup() == Cleanup.COMPACT_ALL && there != 1) {
            found.add(new TopicMismatch(Code.TOPIC_PARTITIONS, topic.name(), "has " + there + " partitions, its readers want one",
                "kafka-topics --bootstrap-server BROKER --delete --topic " + topic.name() + ", then ./penstock topics create",
                Optional.empty()));
        } else if (topic.cleanup() != Cleanup.COMPACT_ALL && there < partitions) {
            found.add(new TopicMismatch(Code.TOPIC_PARTITIONS, topic.name(), "has " + there + " partitions, others " + partitions
                + "; what belongs to one document would not meet", "kafka-topics --bootstrap-server BROKER --alter --topic "
                + topic.name() + " --partitions " + partitions + ", while no stage runs and none of its records waits", Optional.empty()));
        }
        int replicas = replicas(description);
        if (replicas < layout.replication()) {
            found.add(new TopicMismatch(Code.TOPIC_REPLICATION, topic.name(), "has " + replicas + " replicas, topics.replication is "
                + layout.replication(), "kafka-reassign-partitions --bootstrap-server BROKER --execute --reassignment-json-file FILE, "
                + "where FILE names " + layout.replication() + " brokers for each partition", Optional.empty()));
        }
        return found;
    }

    private static int replicas(TopicDescription description) {
        return description.partitions().stream().mapToInt(partition -> partition.replicas().size()).min().orElse(0);
    }

    private List<TopicMismatch> settings(Topic<?> topic, TopicDescription description, Config config) {
        Function<String, String> value = key -> config.get(key).value();
        Map<String, String> wanted = topic.configs(layout);
        List<TopicMismatch> found = new ArrayList<>();
        if (replicas(description) > INSYNC && Integer.parseInt(value.apply(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)) < INSYNC) {
            found.add(setting(Code.TOPIC_MIN_INSYNC, topic, config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(INSYNC)));
        }
        if (Integer.parseInt(value.apply(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)) < layout.maxMessageBytes()) {
            found.add(setting(Code.TOPIC_MESSAGE_SIZE, topic, config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                wanted.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)));
        }
        Map.of(Code.TOPIC_TIMESTAMPS, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, Code.TOPIC_CLEANUP, TopicConfig.CLEANUP_POLICY_CONFIG)
            .forEach((code, key) -> {
                if (!value.apply(key).equals(wanted.get(key))) {
                    found.add(setting(code, topic, config, key, wanted.get(key)));
                }
            });
        long kept = Long.parseLong(value.apply(TopicConfig.RETENTION_MS_CONFIG));
        if (topic.cleanup() == Cleanup.DELETE_LATE && kept >= 0 && kept < layout.stateRetention().toMillis()) {
            found.add(setting(Code.TOPIC_RETENTION, topic, config, TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(layout.stateRetention().toMillis())));
        }
        return found.stream().sorted((a, b) -> a.code().compareTo(b.code())).collect(Collectors.toList());
    }

    private static TopicMismatch setting(Code code, Topic<?> topic, Config config, String key, String wanted) {
        TopicMismatch.Setting setting = new TopicMismatch.Setting(key, wanted);
        return new TopicMismatch(code, topic.name(), "has " + key + "=" + config.get(key).value() + ", needed is " + wanted,
            "kafka-configs --bootstrap-server BROKER --alter --topic " + topic.name() + " --add-config " + setting, Optional.of(setting));
    }
}
