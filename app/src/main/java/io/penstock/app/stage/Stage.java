package io.penstock.app.stage;

import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.ClassifyTopology;
import io.penstock.ingest.IngestConfig;
import io.penstock.ingest.IngestTopology;
import io.penstock.isolate.IsolationConfig;
import io.penstock.review.ReviewConfig;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.segment.SegmentConfig;
import io.penstock.segment.SegmentTopology;
import io.penstock.sink.SinkConfig;
import io.penstock.sink.SinkTopology;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.TopologyDescription;

/** A stage of the pipeline: its name, its configuration, its topology. */
public enum Stage {

    /** Documents to pages. */
    INGEST(IngestConfig.DEFINITION,
        (topics, settings) -> BuiltStage.isolated(IngestConfig.DEFINITION, settings, IngestTopology::isolator,
            (isolation, places) -> IngestTopology.of(topics, isolation, places)),
        settings -> IsolationConfig.of(settings).slowest(IngestConfig.of(settings).extraction().time())),
    /** Pages to fields, fields to glyphs. */
    SEGMENT(SegmentConfig.DEFINITION,
        (topics, settings) -> BuiltStage.isolated(SegmentConfig.DEFINITION, settings, SegmentTopology::isolator,
            (isolation, places) -> SegmentTopology.of(topics, isolation, places)),
        settings -> IsolationConfig.of(settings).slowest(Duration.ZERO)),
    /** Glyphs to distributions over digits. */
    CLASSIFY(ClassifyConfig.DEFINITION,
        (topics, settings) -> BuiltStage.isolated(ClassifyConfig.DEFINITION, settings, ClassifyTopology::isolator,
            (isolation, places) -> ClassifyTopology.of(topics, isolation, places)),
        settings -> IsolationConfig.of(settings).slowest(Duration.ZERO)),
    /** Distributions to numbers. */
    SINK(SinkConfig.DEFINITION, (topics, settings) -> BuiltStage.whole(SinkTopology.of(topics, SinkConfig.of(settings))),
        settings -> Duration.ofSeconds(30)),
    /** People clear what the machine doubts. */
    REVIEW(ReviewConfig.DEFINITION, (topics, settings) -> BuiltStage.reviewing(topics, ReviewConfig.of(settings)),
        settings -> Duration.ofSeconds(30));

    private final ConfigDef definition;
    private final BiFunction<TopicCatalogue, Map<String, ?>, BuiltStage> builder;
    private final Function<Map<String, ?>, Duration> slowest;

    Stage(ConfigDef definition, BiFunction<TopicCatalogue, Map<String, ?>, BuiltStage> builder,
          Function<Map<String, ?>, Duration> slowest) {
        this.definition = definition;
        this.builder = builder;
        this.slowest = slowest;
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

    /** Returns the stages that make numbers of documents: all but the one that people work with. */
    public static Set<Stage> reading() {
        return EnumSet.complementOf(EnumSet.of(REVIEW));
    }

    /** Returns the definition of the stage's configuration keys. */
    public ConfigDef definition() {
        return definition;
    }

    /** Returns how long the slowest record takes that the limits in these settings allow. */
    public Duration slowestRecord(Settings settings) {
        return slowest.apply(settings.given());
    }

    /** Returns whether one record may take seconds: then as few as possible share a transaction. */
    boolean isSlow() {
        return this != SINK && this != REVIEW;
    }

    /** Returns the topics that the stage reads or writes. */
    public Set<Topic<?>> topics(TopicCatalogue topics, Settings settings) {
        TopologyDescription description = build(topics, settings).topology().describe();
        Stream<TopologyDescription.Node> nodes = Stream.concat(
            description.subtopologies().stream().flatMap(part -> part.nodes().stream()),
            description.globalStores().stream().map(TopologyDescription.GlobalStore::source));
        Set<String> names = nodes.flatMap(Stage::topics).collect(Collectors.toSet());
        return topics.all().stream().filter(topic -> names.contains(topic.name()) || topic.equals(topics.schemas()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> topics(TopologyDescription.Node node) {
        if (node instanceof TopologyDescription.Source source) {
            return source.topicSet().stream();
        }
        return node instanceof TopologyDescription.Sink sink && sink.topic() != null ? Stream.of(sink.topic()) : Stream.empty();
    }

    /** Builds the stage under these settings. */
    BuiltStage build(TopicCatalogue topics, Settings settings) {
        return builder.apply(topics, settings.given());
    }
}
