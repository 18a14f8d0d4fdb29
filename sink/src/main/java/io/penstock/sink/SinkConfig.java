package io.penstock.sink;

import static org.apache.kafka.common.config.ConfigDef.Range.between;

import io.penstock.schema.FieldKind;
import io.penstock.sink.decode.DecoderSettings;
import io.penstock.sink.risk.QualitySample;
import io.penstock.sink.risk.WatchedContracts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * The configuration of the sink: what it accepts without a person, what it assumes about writers, how long it remembers.
 *
 * @param decoder   how numbers are decoded and accepted
 * @param retention how long a document is remembered after its last page or correction
 * @param contracts files of the risk contracts that decide what is accepted; empty: the decoder's levels do
 * @param reload    time between looks whether one of them has changed
 * @param quality   accepted numbers that a person reads all the same
 */
public record SinkConfig(DecoderSettings decoder, Duration retention, List<Path> contracts, Duration reload,
                         QualitySample quality) {

    private static final String ACCEPT = "sink.accept.confidence";
    private static final String INVALID_PRIOR = "sink.decode.invalid.prior";
    private static final String RELATION_PRIOR = "sink.decode.relation.prior";
    private static final String PATHS = "sink.decode.paths";
    private static final String WINDOW_START = "sink.date.window.start";
    private static final String CANDIDATES = "sink.review.candidates";
    private static final String RETENTION = "sink.document.retention.days";
    private static final String CONTRACT = "sink.risk.contract";
    private static final String RELOAD = "sink.risk.reload.interval.ms";
    private static final String QUALITY_SHARE = "sink.quality.share";

    /** Every key with its type, default and documentation. */
    public static final ConfigDef DEFINITION = definition();

    /**
     * Reads a configuration; keys of other stages are passed over.
     *
     * @throws ConfigException where a value is not of its type or out of its range
     */
    public static SinkConfig of(Map<String, ?> values) {
        AbstractConfig config = new AbstractConfig(DEFINITION, values, false);
        Map<FieldKind, Double> byKind = new EnumMap<>(FieldKind.class);
        for (FieldKind kind : kinds()) {
            Double least = config.getDouble(key(kind));
            if (least != null) {
                byKind.put(kind, least);
            }
        }
        DecoderSettings decoder = new DecoderSettings(config.getDouble(ACCEPT), byKind, config.getDouble(INVALID_PRIOR),
            config.getDouble(RELATION_PRIOR), config.getInt(PATHS), config.getInt(WINDOW_START), config.getInt(CANDIDATES));
        List<Path> contracts = config.getList(CONTRACT).stream().filter(file -> !file.isBlank()).map(Path::of).toList();
        return new SinkConfig(decoder, Duration.ofDays(config.getInt(RETENTION)),
            contracts, Duration.ofMillis(config.getLong(RELOAD)), new QualitySample(config.getDouble(QUALITY_SHARE)));
    }

    /**
     * Reads the risk contracts, and follows their files.
     *
     * @throws io.penstock.sink.risk.RiskContractException where one cannot be used
     */
    public WatchedContracts riskContracts() {
        return new WatchedContracts(contracts, reload);
    }

    private static ConfigDef definition() {
        DecoderSettings standard = DecoderSettings.standard();
        ConfigDef definition = new ConfigDef()
            .define(ACCEPT, Type.DOUBLE, standard.acceptance(), between(0, 1), Importance.HIGH,
                "Least posterior probability at which a number is accepted without a person. Calibration on labelled fields sets it.");
        for (FieldKind kind : kinds()) {
            definition.define(key(kind), Type.DOUBLE, null, SinkConfig::probabilityOrNull, Importance.MEDIUM,
                "The same for fields of kind " + kind.name().toLowerCase(Locale.ROOT) + "; where unset, " + ACCEPT + " holds.");
        }
        return definition
            .define(INVALID_PRIOR, Type.DOUBLE, standard.invalidPrior(), between(0, 1), Importance.LOW,
                "How often writers break a rule of a field, such as a check digit. Lower: rules correct more of what was read.")
            .define(RELATION_PRIOR, Type.DOUBLE, standard.relationPrior(), between(0.0001, 0.5), Importance.LOW,
                "How often the numbers that a writer puts down do not add up. Lower: sums correct more of what was read.")
            .define(PATHS, Type.INT, standard.maxPaths(), between(1, 100_000), Importance.LOW,
                "How many readings of one field are held against its rules, most probable first.")
            .define(WINDOW_START, Type.INT, standard.windowStart(), between(0, 9900), Importance.MEDIUM,
                "First of the hundred years that a two-digit year means: 1950 makes 49 2049 and 50 1950.")
            .define(CANDIDATES, Type.INT, standard.candidates(), between(1, 100), Importance.LOW,
                "How many possible readings a review shows.")
            .define(RETENTION, Type.INT, 30, between(1, 36_500), Importance.MEDIUM,
                "Days after its last page or correction for which a document can still be corrected. "
                    + "Then it leaves the state, complete or not.")
            .define(CONTRACT, Type.LIST, List.of(), Importance.HIGH,
                "Files of risk contracts, as './penstock calibrate' writes them, divided by commas: confidence is calibrated by the one of "
                    + "the model that read the page, and its thresholds decide what is accepted, instead of " + ACCEPT + ". Empty: none.")
            .define(RELOAD, Type.LONG, 5000L, between(0, 86_400_000), Importance.LOW,
                "Milliseconds between looks whether a file of " + CONTRACT + " has changed; then it is read anew.")
            .define(QUALITY_SHARE, Type.DOUBLE, 0.01, between(0, 1), Importance.MEDIUM,
                "Share of accepted numbers that a person is asked about all the same, so that the error rate stays known; drawn by a hash, "
                    + "marked QUALITY_SAMPLE. Nothing waits for the answer. 0: none.");
    }

    private static List<FieldKind> kinds() {
        return Arrays.stream(FieldKind.values()).filter(kind -> kind != FieldKind.UNKNOWN).toList();
    }

    private static String key(FieldKind kind) {
        return ACCEPT + "." + kind.name().toLowerCase(Locale.ROOT);
    }

    private static void probabilityOrNull(String name, Object value) {
        if (value != null) {
            between(0, 1).ensureValid(name, value);
        }
    }
}
