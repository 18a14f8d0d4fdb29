package io.penstock.schema.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics of a catalogue that are missing and waits until every replica can be written.
 *
 * <p>A topic is in the metadata before its log exists on disk; a producer that writes in between may hang until its delivery
 * timeout. So the log directories are asked, where the cluster lets us.
 */
public final class TopicCreator {

    private static final Duration POLL = Duration.ofMillis(25);

    private final Admin admin;
    private final Duration timeout;

    /** Creates topics through {@code admin}, which stays the caller's; gives up after {@code timeout}. */
    public TopicCreator(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /**
     * Creates what is missing and returns when all topics of the catalogue are usable.
     *
     * @return full names of the topics that were created, in the catalogue's order
     * @throws TimeoutException     where a topic is not usable in time
     * @throws ApiException         where the cluster refuses
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public List<String> createMissing(TopicCatalogue catalogue, TopicLayout layout) throws InterruptedException {
        List<NewTopic> requests = catalogue.all().stream().map(topic -> topic.create(layout)).toList();
        List<String> created = create(requests);
        awaitUsable(requests.stream().map(NewTopic::name).toList());
        return created;
    }

    private List<String> create(List<NewTopic> requests) throws InterruptedException {
        List<String> created = new ArrayList<>();
        var futures = admin.createTopics(requests).values();
        for (NewTopic request : requests) {
            try {
                Answer.of(futures.get(request.name()));
                created.add(request.name());
            } catch (TopicExistsException e) {
                // what is there is what was wanted
            }
        }
        return created;
    }

    private void awaitUsable(Collection<String> names) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!isUsable(names)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("topics " + names + " are not usable after " + timeout);
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private boolean isUsable(Collection<String> names) throws InterruptedException {
        try {
            Map<String, TopicDescription> topics = Answer.of(admin.describeTopics(names).allTopicNames());
            boolean led = topics.values().stream().flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
            return led && hasLogs(topics.values());
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        }
    }

    private boolean hasLogs(Collection<TopicDescription> topics) throws InterruptedException {
        Map<Integer, Set<TopicPartition>> wanted = replicasByBroker(topics);
        try {
            Map<Integer, Map<String, LogDirDescription>> dirs = Answer.of(admin.describeLogDirs(wanted.keySet()).allDescriptions());
            return wanted.entrySet().stream().allMatch(entry -> logs(dirs.get(entry.getKey())).containsAll(entry.getValue()));
        } catch (AuthorizationException e) {
            return true;
        }
    }

    private static Map<Integer, Set<TopicPartition>> replicasByBroker(Collection<TopicDescription> topics) {
        Map<Integer, Set<TopicPartition>> wanted = new HashMap<>();
        for (TopicDescription topic : topics) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                for (Node node : partition.replicas()) {
                    wanted.computeIfAbsent(node.id(), id -> new HashSet<>())
                        .add(new TopicPartition(topic.name(), partition.partition()));
                }
            }
        }
        return wanted;
    }

    private static Set<TopicPartition> logs(Map<String, LogDirDescription> dirs) {
        return dirs.values().stream().flatMap(dir -> dir.replicaInfos().keySet().stream()).collect(Collectors.toSet());
    }
}
