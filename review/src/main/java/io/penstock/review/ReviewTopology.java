package io.penstock.review;

import io.penstock.review.document.DocumentFates;
import io.penstock.review.figures.Figures;
import io.penstock.review.figures.NumberCounter;
import io.penstock.review.lease.Input;
import io.penstock.review.lease.Outcome;
import io.penstock.review.lease.TaskProcessor;
import io.penstock.review.queue.OpenTasks;
import io.penstock.review.queue.TaskIndex;
import io.penstock.schema.OpenTask;
import io.penstock.schema.ReviewPace;
import io.penstock.schema.deadletter.CountedProcessor;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of the review stage: reviews, corrections and requests about open tasks in; corrections and decisions
 * out; numbers are counted.
 *
 * <p>Beside that, it keeps what became of each document, from announcements, numbers and results.
 *
 * <p>All topics of tasks have the review id as their key and, from one layout, as many partitions, so that what belongs to a task meets.
 */
public final class ReviewTopology {

    private ReviewTopology() {
    }

    /** Returns the topology over a pipeline's topics; while it runs {@code open} knows the tasks and {@code figures} how the work goes. */
    public static Topology of(TopicCatalogue topics, ReviewConfig config, OpenTasks open, Figures figures) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TaskProcessor.TASKS), Serdes.String(),
            topics.format().inStage(OpenTask.class)));
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TaskProcessor.PACE), Serdes.String(),
            topics.format().inStage(ReviewPace.class)));
        for (String counters : List.of(TaskProcessor.COUNTERS, NumberCounter.COUNTERS)) {
            builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(counters), Serdes.String(), Serdes.Long()));
        }
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NumberCounter.SAMPLE), Serdes.String(),
            Serdes.String()));
        builder.stream(topics.numbers().name(), topics.numbers().consumed())
            .process(CountedProcessor.around(() -> new NumberCounter(figures)), Named.as("count-numbers"), NumberCounter.COUNTERS,
                NumberCounter.SAMPLE);
        KStream<String, Input> asked = builder.stream(topics.reviews().name(), topics.reviews().consumed())
            .mapValues(task -> (Input) new Input.Asked(task), Named.as("asked"));
        KStream<String, Input> read = builder.stream(topics.corrections().name(), topics.corrections().consumed())
            .mapValues(correction -> (Input) new Input.Read(correction), Named.as("read"));
        KStream<String, Input> requested = builder.stream(topics.leases().name(), topics.leases().consumed())
            .mapValues(request -> (Input) new Input.Requested(request), Named.as("requested"));
        KStream<String, Outcome> outcomes = asked.merge(read, Named.as("asked-and-read")).merge(requested, Named.as("inputs"))
            .process(CountedProcessor.around(() -> new TaskProcessor(config.times(), config.keying(),
                () -> new TaskIndex(config.worth(), config.times().unconfirmed()), open, figures)),
                Named.as("keep-tasks"), TaskProcessor.TASKS, TaskProcessor.PACE, TaskProcessor.COUNTERS);
        outcomes.filter((key, outcome) -> outcome instanceof Outcome.Answered, Named.as("only-answers"))
            .mapValues(outcome -> ((Outcome.Answered) outcome).correction(), Named.as("open-answers"))
            .to(topics.corrections().name(), topics.corrections().produced());
        outcomes.filter((key, outcome) -> outcome instanceof Outcome.Decided, Named.as("only-decisions"))
            .mapValues(outcome -> ((Outcome.Decided) outcome).decision(), Named.as("open-decisions"))
            .to(topics.decisions().name(), topics.decisions().produced());
        DocumentFates.addTo(builder, topics, config.remembered());
        return builder.build();
    }
}
