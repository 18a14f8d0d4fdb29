package io.penstock.isolate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How the work of one stage is kept apart, and the settings that it stands on.
 *
 * @param config   where and within which limits it is done
 * @param settings what was given of the stage's own keys and of those of {@link IsolationConfig}; nobody's passwords are among them
 */
public record Isolation(IsolationConfig config, Map<String, String> settings) {

    /** Keeps its own copy of the settings. */
    public Isolation {
        settings = Map.copyOf(settings);
    }

    /** Reads the isolation of the stage with these keys from settings that may hold others too. */
    public static Isolation of(ConfigDef stage, Map<String, ?> given) {
        Map<String, String> settings = new TreeMap<>();
        for (Set<String> names : List.of(stage.names(), IsolationConfig.DEFINITION.names())) {
            names.stream().filter(given::containsKey).forEach(name -> settings.put(name, given.get(name).toString()));
        }
        return new Isolation(IsolationConfig.of(given), settings);
    }
}
