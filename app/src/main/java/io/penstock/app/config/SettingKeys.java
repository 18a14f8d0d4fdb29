package io.penstock.app.config;

import io.penstock.app.text.Edits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/**
 * Every configuration key there is: those of the program and those of each stage, in one list.
 *
 * <p>Keys that begin with {@code kafka.} are not listed: they go to every Kafka client without that prefix.
 */
public final class SettingKeys {

    /** Prefix of keys that are handed to every Kafka client. */
    public static final String KAFKA = "kafka.";

    private static final String ENVIRONMENT = "PENSTOCK_";

    private final Map<String, ConfigKey> keys;

    private SettingKeys(Map<String, ConfigKey> keys) {
        this.keys = keys;
    }

    /** Lists the keys of some definitions, in their order. */
    public static SettingKeys of(List<ConfigDef> definitions) {
        Map<String, ConfigKey> keys = new LinkedHashMap<>();
        for (ConfigDef definition : definitions) {
            definition.names().stream().sorted().forEach(name -> keys.put(name, definition.configKeys().get(name)));
        }
        return new SettingKeys(keys);
    }

    /** Returns all keys. */
    public List<ConfigKey> all() {
        return List.copyOf(keys.values());
    }

    /** Returns the environment variable of a key: {@code ingest.limit.bytes} is {@code PENSTOCK_INGEST_LIMIT_BYTES}. */
    public static String environmentName(String key) {
        return ENVIRONMENT + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** Returns the settings that stand in an environment. */
    Map<String, String> fromEnvironment(Map<String, String> environment) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String key : keys.keySet()) {
            Optional.ofNullable(environment.get(environmentName(key))).ifPresent(value -> found.put(key, value));
        }
        String kafka = environmentName(KAFKA);
        environment.forEach((name, value) -> {
            if (name.startsWith(kafka)) {
                found.put(KAFKA + name.substring(kafka.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return found;
    }

    /** Rejects a key that there is not, or a value that the key does not take. */
    void check(String key, String value, String origin) {
        if (key.startsWith(KAFKA)) {
            return;
        }
        ConfigKey known = keys.get(key);
        if (known == null) {
            throw new InvalidSettingException("there is no setting " + key + " (" + origin + "); did you mean " + nearest(key)
                + "? './penstock config' lists all");
        }
        try {
            Object parsed = ConfigDef.parseType(key, value, known.type());
            if (known.validator != null) {
                known.validator.ensureValid(key, parsed);
            }
        } catch (org.apache.kafka.common.config.ConfigException e) {
            throw new InvalidSettingException(e.getMessage() + " (" + origin + ")");
        }
    }

    private String nearest(String key) {
        ToIntFunction<String> distance = candidate -> Edits.between(key, candidate).size();
        return keys.keySet().stream().min(Comparator.comparingInt(distance)).orElse("");
    }
}
