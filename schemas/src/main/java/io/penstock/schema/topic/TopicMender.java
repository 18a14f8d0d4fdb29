package io.penstock.schema.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;

/** Changes the settings of topics that exist, where that is all that they lack. */
public final class TopicMender {

    private final Admin admin;

    /** Changes them through {@code admin}, which stays the caller's. */
    public TopicMender(Admin admin) {
        this.admin = admin;
    }

    /**
     * Mends what a setting mends; leaves the rest.
     *
     * @return what was mended
     * @throws ApiException         where the cluster refuses
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public List<TopicMismatch> mend(Collection<TopicMismatch> mismatches) throws InterruptedException {
        List<TopicMismatch> mended = mismatches.stream().filter(mismatch -> mismatch.setting().isPresent()).toList();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = mended.stream().collect(Collectors.groupingBy(
            mismatch -> new ConfigResource(ConfigResource.Type.TOPIC, mismatch.topic()),
            Collectors.mapping(TopicMender::set, Collectors.toCollection(ArrayList::new))));
        Answer.of(admin.incrementalAlterConfigs(changes).all());
        return mended;
    }

    private static AlterConfigOp set(TopicMismatch mismatch) {
        TopicMismatch.Setting setting = mismatch.setting().orElseThrow();
        return new AlterConfigOp(new ConfigEntry(setting.key(), setting.value()), AlterConfigOp.OpType.SET);
    }
}
