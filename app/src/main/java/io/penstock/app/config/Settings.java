package io.penstock.app.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What was configured for one run: a file of properties, overlaid by the environment, overlaid by the command line; every other key
 * has its default.
 */
public final class Settings {

    private final SettingKeys keys;
    private final Map<String, String> given;

    private Settings(SettingKeys keys, Map<String, String> given) {
        this.keys = keys;
        this.given = Collections.unmodifiableMap(given);
    }

    /**
     * Merges the layers.
     *
     * @param definitions of all keys
     * @param file        properties; null: none
     * @param environment of the process
     * @param arguments   key and value as given on the command line
     * @throws InvalidSettingException where a key or a value is not known, or the file can't be read
     */
    public static Settings of(List<ConfigDef> definitions, Path file, Map<String, String> environment, Map<String, String> arguments) {
        SettingKeys keys = SettingKeys.of(definitions);
        Map<String, String> given = new LinkedHashMap<>();
        merge(keys, given, file == null ? Map.of() : read(file), "in " + file);
        merge(keys, given, keys.fromEnvironment(environment), "in the environment");
        merge(keys, given, arguments, "on the command line");
        checkKafka(given);
        return new Settings(keys, given);
    }

    private static void merge(SettingKeys keys, Map<String, String> into, Map<String, String> layer, String origin) {
        layer.forEach((key, value) -> {
            keys.check(key, value, origin);
            into.put(key, value);
        });
    }

    /** A slip in a client's key would be a warning of Kafka's at most. Classes of the operator's own may know keys that Kafka does not. */
    private static void checkKafka(Map<String, String> given) {
        KafkaKeys known = new KafkaKeys();
        List<String> names = given.keySet().stream().filter(key -> key.startsWith(SettingKeys.KAFKA))
            .map(key -> key.substring(SettingKeys.KAFKA.length())).toList();
        if (names.stream().noneMatch(KafkaKeys::namesClasses)) {
            names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw new InvalidSettingException("Kafka's clients have no setting " + name + " (" + SettingKeys.KAFKA + name
                    + "); did you mean " + SettingKeys.KAFKA + known.nearest(name) + "?");
            });
        }
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new InvalidSettingException("there is no file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** Returns these settings with one more. */
    public Settings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(given);
        merge(keys, more, Map.of(key, value), "set by the command");
        return new Settings(keys, more);
    }

    /** Returns what was given explicitly; what {@code XConfig.of} of a stage takes. */
    public Map<String, String> given() {
        return given;
    }

    /** Returns all keys. */
    public SettingKeys keys() {
        return keys;
    }

    /** Returns the settings of what is around the stages. */
    public PipelineConfig pipeline() {
        return PipelineConfig.of(given);
    }

    /** Returns the properties that every Kafka client gets: those given with the prefix {@code kafka.}. */
    public Map<String, String> kafka() {
        Map<String, String> client = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (key.startsWith(SettingKeys.KAFKA)) {
                client.put(key.substring(SettingKeys.KAFKA.length()), value);
            }
        });
        return client;
    }
}
