package io.penstock.train.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.penstock.train.tune.TuneException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What a search may vary, and between which values.
 *
 * <p>As a file (YAML or JSON): {@code name}, and {@code parameters} with for each parameter one value, a list of values, or a range
 * {@code {from: 0.0003, to: 0.01, scale: log, points: 4}} ({@code scale} is linear where it is not said; {@code points} is for grids, 3).
 *
 * @param name    what the search is called
 * @param domains values of each parameter, by its name, in the file's order
 */
public record SearchSpace(String name, Map<String, Domain> domains) {

    private static final Set<String> KEYS = Set.of("name", "parameters");
    private static final Set<String> RANGE_KEYS = Set.of("from", "to", "scale", "points");
    private static final int DEFAULT_POINTS = 3;

    /**
     * Reads a file.
     *
     * @throws TuneException where it is missing, is no such file, or names what does not exist or cannot be
     */
    public static SearchSpace read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new TuneException(Code.SPACE_UNREADABLE, file + " cannot be read (" + e + "): say with --space where the space is");
        }
    }

    static SearchSpace parse(String text, String source) {
        JsonNode root = tree(text, source);
        if (!root.path("parameters").isObject() || root.path("parameters").isEmpty() || !root.path("name").isTextual()) {
            throw new TuneException(Code.SPACE_UNREADABLE, source + " needs a 'name' and 'parameters' with at least one parameter");
        }
        checkKeys(root, KEYS, source);
        Map<String, Domain> domains = new LinkedHashMap<>();
        root.path("parameters").properties().forEach(entry -> {
            Parameter parameter = Parameter.of(entry.getKey()).orElseThrow(() -> new TuneException(Code.UNKNOWN_KEY, source
                + " has a parameter '" + entry.getKey() + "'; there are " + Parameter.all().stream().map(Parameter::name).toList()));
            domains.put(parameter.name(), domain(parameter, entry.getValue(), source));
        });
        return new SearchSpace(root.path("name").textValue(), domains);
    }

    /** Returns all combinations of the grid values; the last parameter varies fastest. */
    List<Map<String, Object>> grid() {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (Map.Entry<String, Domain> entry : domains.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> combination : combinations) {
                for (Object value : entry.getValue().grid()) {
                    Map<String, Object> extended = new LinkedHashMap<>(combination);
                    extended.put(entry.getKey(), value);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** Returns one combination, each value drawn on its own. */
    Map<String, Object> draw(SplittableRandom random) {
        Map<String, Object> values = new LinkedHashMap<>();
        domains.forEach((parameter, domain) -> values.put(parameter, domain.draw(random)));
        return values;
    }

    private static JsonNode tree(String text, String source) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new TuneException(Code.SPACE_UNREADABLE, source + " is neither YAML nor JSON: " + e.getOriginalMessage());
        }
    }

    private static Domain domain(Parameter parameter, JsonNode node, String source) {
        if (node.isObject()) {
            return range(parameter, node, source);
        }
        List<Object> values = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(value -> values.add(value(parameter, value, source)));
        if (values.isEmpty()) {
            throw new TuneException(Code.BAD_VALUE, source + ": '" + parameter.name() + "' has an empty list");
        }
        return new Domain.Choice(values);
    }

    private static Domain range(Parameter parameter, JsonNode node, String source) {
        String where = source + ": '" + parameter.name() + "'";
        checkKeys(node, RANGE_KEYS, where);
        if (parameter.isName() || !node.has("from") || !node.has("to")) {
            throw new TuneException(Code.BAD_RANGE, where + (parameter.isName() ? " needs names, not a range: it is "
                : " needs from and to: it is ") + parameter.bounds());
        }
        double from = (Double) value(parameter, node.path("from"), source);
        double to = (Double) value(parameter, node.path("to"), source);
        String scale = node.path("scale").asText("linear");
        int points = node.path("points").asInt(DEFAULT_POINTS);
        if (!Set.of("linear", "log").contains(scale)) {
            throw new TuneException(Code.BAD_RANGE, where + " has the scale '" + scale + "': linear or log");
        }
        boolean logarithmic = scale.equals("log");
        if (from >= to || points < 2 || logarithmic && from <= 0) {
            throw new TuneException(Code.BAD_RANGE, where + " goes from " + from + " to " + to + " in " + points
                + " points: 'from' must be below 'to', and above 0 where the scale is log, and 'points' at least 2");
        }
        return new Domain.Range(from, to, logarithmic, parameter.whole(), points);
    }

    private static Object value(Parameter parameter, JsonNode node, String source) {
        Object value = node.isNumber() ? (Object) node.doubleValue() : node.asText();
        if (!parameter.allows(value)) {
            throw new TuneException(Code.BAD_VALUE, source + ": '" + parameter.name() + "' cannot be " + node + ", it is "
                + parameter.bounds());
        }
        return value;
    }

    private static void checkKeys(JsonNode node, Set<String> known, String where) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new TuneException(Code.UNKNOWN_KEY, where + " has a key '" + key + "'; there are "
                    + known.stream().sorted().toList());
            }
        });
    }
}
