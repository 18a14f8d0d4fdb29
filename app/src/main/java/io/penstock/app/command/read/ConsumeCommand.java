package io.penstock.app.command.read;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.Interruption;
import io.penstock.app.output.RecordLines;
import io.penstock.schema.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code consume}: prints the records of a topic as JSON lines. */
@Command(name = "consume", header = "Print the records of a topic as JSON lines.",
    description = "Committed records only, from the first one on; goes on until Ctrl-C unless told where to stop.",
    footerHeading = "%nExample:%n", footer = {"  ./penstock consume", "  ./penstock consume results --to-end"})
public final class ConsumeCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(500);

    @Parameters(paramLabel = "TOPIC", arity = "0..1", defaultValue = "numbers",
        description = "documents, announcements, pages, glyphs, readings, numbers, results, reviews, corrections, forms, "
            + "dead-letters or schemas; "
            + "default: ${DEFAULT-VALUE}.")
    private String topic;

    @Option(names = "--to-end", description = "Stop at the end of what is there when the command starts.")
    private boolean toEnd;

    @Option(names = "--new", description = "Skip what is there already.")
    private boolean onlyNew;

    @Option(names = "--max", paramLabel = "N", defaultValue = "9223372036854775807", showDefaultValue = Visibility.NEVER,
        description = "Stop after so many records.")
    private long max;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws InterruptedException {
        if (cluster.settings().pipeline().topics().find(topic).isEmpty()) {
            throw CommandFailure.badArguments("there is no topic " + topic + " in the catalogue");
        }
        KafkaClients clients = cluster.clients();
        Topic<?> chosen = clients.topics().find(topic).orElseThrow();
        try (Interruption interruption = Interruption.onShutdown();
             TopicReader reader = new TopicReader(clients.consumer(), List.of(chosen))) {
            if (onlyNew) {
                reader.skipToEnd();
            }
            print(chosen, reader, interruption);
            return 0;
        }
    }

    private void print(Topic<?> chosen, TopicReader reader, Interruption interruption) {
        RecordLines lines = new RecordLines();
        long printed = 0;
        while (!interruption.isAsked()) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                System.out.println(line(lines, chosen, record));
                printed++;
                if (printed == max) {
                    return;
                }
            }
            System.out.flush();
            if (toEnd && reader.isAtEnd()) {
                return;
            }
        }
    }

    private static String line(RecordLines lines, Topic<?> chosen, ConsumerRecord<String, byte[]> record) {
        try {
            return lines.line(record.key(), Optional.ofNullable(record.value()).map(bytes -> (Object) TopicReader.value(chosen, record))
                .orElse(null));
        } catch (SerializationException unreadable) {
            return lines.line(record.key(), record.value());
        }
    }
}
