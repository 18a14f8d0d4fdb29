package io.penstock.app.command.cluster;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.config.PipelineConfig;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicMismatch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code topics}: creates and lists the topics of a pipeline. */
@Command(name = "topics", header = "Create or list the topics of a pipeline.",
    subcommands = {TopicsCommand.Create.class, TopicsCommand.Show.class},
    footerHeading = "%nExample:%n", footer = "  ./penstock topics create --bootstrap-servers kafka:9092 --set topics.replication=3")
public final class TopicsCommand {

    @Command(name = "create", header = "Create the topics that are missing; say what is wrong with those that are there.",
        footerHeading = "%nExample:%n", footer = "  ./penstock topics create --set topics.partitions=12")
    static final class Create implements Callable<Integer> {

        @Option(names = "--mend", description = "Also change the settings of topics that exist, where that mends them.")
        private boolean mend;

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() throws InterruptedException {
            KafkaClients clients = cluster.clients();
            clients.createTopics().forEach(System.out::println);
            if (mend) {
                clients.mendTopics().forEach(mended -> System.out.println(mended.topic() + "\t" + mended.setting().orElseThrow()));
            }
            clients.publishSchemas();
            List<TopicMismatch> wrong = clients.checkTopics(cluster.settings().pipeline().topics().all());
            wrong.forEach(mismatch -> System.err.println("penstock: " + mismatch.line()));
            return wrong.isEmpty() ? 0 : CommandFailure.FAILED;
        }
    }

    @Command(name = "list", header = "List the topics of the pipeline and whether they exist.",
        footerHeading = "%nExample:%n", footer = "  ./penstock topics list --bootstrap-servers kafka:9092")
    static final class Show implements Callable<Integer> {

        @Mixin
        private ClusterOptions cluster;

        @Override
        public Integer call() throws InterruptedException, ExecutionException {
            PipelineConfig config = cluster.settings().pipeline();
            try (Admin admin = cluster.clients().admin()) {
                Set<String> existing = new HashSet<>(admin.listTopics().names().get());
                for (Topic<?> topic : config.topics().all()) {
                    System.out.println(topic.name() + "\t" + (existing.contains(topic.name()) ? "exists" : "missing"));
                }
            }
            return 0;
        }
    }
}
