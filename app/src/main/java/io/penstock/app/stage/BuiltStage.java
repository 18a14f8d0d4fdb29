package io.penstock.app.stage;

import io.penstock.isolate.Isolation;
import io.penstock.isolate.Isolator;
import io.penstock.review.ReviewConfig;
import io.penstock.review.ReviewService;
import io.penstock.review.ReviewTopology;
import io.penstock.review.figures.Figures;
import io.penstock.review.queue.OpenTasks;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.Topology;

/**
 * The topology of a stage, and the places apart from it where its work is done.
 *
 * @param topology what Streams runs
 * @param settings what the work stands on
 * @param places   none where the work is done by the topology itself
 * @param people   what the topology knows of people's work while it runs; empty: nothing
 */
record BuiltStage(Topology topology, Map<String, String> settings, List<Isolator> places, Optional<ReviewService.Work> people)
    implements AutoCloseable {

    /** Returns a stage whose work is done by its topology. */
    static BuiltStage whole(Topology topology) {
        return new BuiltStage(topology, Map.of(), List.of(), Optional.empty());
    }

    /** Returns the stage that people work with. */
    static BuiltStage reviewing(TopicCatalogue topics, ReviewConfig config) {
        ReviewService.Work work = new ReviewService.Work(new OpenTasks(), new Figures());
        return new BuiltStage(ReviewTopology.of(topics, config, work.open(), work.figures()), Map.of(), List.of(), Optional.of(work));
    }

    /** Returns a stage with these keys whose work is done apart. */
    static BuiltStage isolated(ConfigDef definition, Map<String, ?> given, Function<Isolation, Isolator> places,
                               BiFunction<Isolation, Isolator, Topology> topology) {
        Isolation isolation = Isolation.of(definition, given);
        Isolator isolator = places.apply(isolation);
        return new BuiltStage(topology.apply(isolation, isolator), isolation.settings(), List.of(isolator), Optional.empty());
    }

    /** Begins to prepare the places; they stay until this is closed. */
    void open() {
        places.forEach(place -> place.open(settings));
    }

    /** Returns when the places are prepared. */
    void awaitWarm() throws InterruptedException {
        for (Isolator place : places) {
            place.awaitWarm();
        }
    }

    @Override
    public void close() {
        places.forEach(Isolator::close);
    }
}
