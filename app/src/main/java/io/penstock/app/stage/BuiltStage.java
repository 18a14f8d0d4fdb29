package io.penstock.app.stage;

import io.penstock.isolate.Isolation;
import io.penstock.isolate.Isolator;
import java.util.List;
import java.util.Map;
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
 */
record BuiltStage(Topology topology, Map<String, String> settings, List<Isolator> places) implements AutoCloseable {

    /** Returns a stage whose work is done by its topology. */
    static BuiltStage whole(Topology topology) {
        return new BuiltStage(topology, Map.of(), List.of());
    }

    /** Returns a stage with these keys whose work is done apart. */
    static BuiltStage isolated(ConfigDef definition, Map<String, ?> given, Function<Isolation, Isolator> places,
                               BiFunction<Isolation, Isolator, Topology> topology) {
        Isolation isolation = Isolation.of(definition, given);
        Isolator isolator = places.apply(isolation);
        return new BuiltStage(topology.apply(isolation, isolator), isolation.settings(), List.of(isolator));
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
