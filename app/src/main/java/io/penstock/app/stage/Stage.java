package io.penstock.app.stage;

import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.ClassifyTopology;
import io.penstock.ingest.IngestConfig;
import io.penstock.ingest.IngestTopology;
import io.penstock.isolate.Isolation;
import io.penstock.isolate.IsolationConfig;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.segment.SegmentConfig;
import io.penstock.segment.SegmentTopology;
import io.penstock.sink.SinkConfig;
import io.penstock.sink.SinkTopology;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.Topology;

/** A stage of the pipeline: its name, its configuration, its topology. */
public enum Stage {

    /** Documents to pages. */
    INGEST(IngestConfig.DEFINITION,
        (topics, settings) -> IngestTopology.of(topics, Isolation.of(IngestConfig.DEFINITION, settings))),
    /** Pages to fields, fields to glyphs. */
    SEGMENT(SegmentConfig.DEFINITION,
        (topics, settings) -> SegmentTopology.of(topics, Isolation.of(SegmentConfig.DEFINITION, settings))),
    /** Glyphs to distributions over digits. */
    CLASSIFY(ClassifyConfig.DEFINITION,
        (topics, settings) -> ClassifyTopology.of(topics, Isolation.of(ClassifyConfig.DEFINITION, settings))),
    /** Distributions to numbers. */
    SINK(SinkConfig.DEFINITION, (topics, settings) -> SinkTopology.of(topics, SinkConfig.of(settings)));

    private final ConfigDef definition;
    private final BiFunction<TopicCatalogue, Map<String, ?>, Topology> builder;

    Stage(ConfigDef definition, BiFunction<TopicCatalogue, Map<String, ?>, Topology> builder) {
        this.definition = definition;
        this.builder = builder;
    }

    /** Returns the name as commands, topics and dead letters spell it: {@code ingest}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of all stages, in the order of the data's way. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Stage::shortName).toList();
    }

    /** Returns the definitions of all configuration keys: the pipeline's own, then each stage's. */
    public static List<ConfigDef> definitions() {
        return Stream.concat(Stream.of(PipelineConfig.DEFINITION, IsolationConfig.DEFINITION),
            Arrays.stream(values()).map(Stage::definition)).toList();
    }

    /** Returns the definition of the stage's configuration keys. */
    public ConfigDef definition() {
        return definition;
    }

    /** Returns the stage's topology under these settings. */
    public Topology topology(TopicCatalogue topics, Settings settings) {
        return builder.apply(topics, settings.given());
    }
}
