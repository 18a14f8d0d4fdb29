package io.penstock.app.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members that consumer groups still have when a broker comes up: readers of a process that is gone.
 *
 * <p>A group waits for each of them for its session timeout (45 s) before it gives work to others. One that is alive after all, in another
 * process, joins again at once.
 */
final class FormerMembers {

    private static final Logger LOG = LoggerFactory.getLogger(FormerMembers.class);
    private static final String OFFSETS_TOPIC = "__consumer_offsets";
    private static final String ANY_GROUP = "any";

    private FormerMembers() {
    }

    /** Takes all members off all groups of a broker that has just come up. */
    static void remove(String bootstrapServers) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            if (!admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().contains(OFFSETS_TOPIC)) {
                return; // nobody has ever been a member
            }
            // Groups are listed as far as they are loaded; this is answered once they are: they all are in one partition.
            admin.listConsumerGroupOffsets(ANY_GROUP).partitionsToOffsetAndMetadata().get();
            for (GroupListing group : admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
                String id = group.groupId();
                if (!admin.describeConsumerGroups(List.of(id)).describedGroups().get(id).get().members().isEmpty()) {
                    admin.removeMembersFromConsumerGroup(id, new RemoveMembersFromConsumerGroupOptions()).all().get();
                }
            }
        } catch (ExecutionException e) {
            LOG.warn("the members of groups cannot be removed; the stages wait for them: {}", e.getCause().toString());
        }
    }
}
