package io.penstock.sink.decode.line;

import io.penstock.schema.LineReading;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.decode.spelling.Layout;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all networks together say of a whole line: of each string the mean of what it is worth to each.
 *
 * @param networks one or more
 */
public record LineNetworks(List<LineFrames> networks) {

    /**
     * Takes a line's reading.
     *
     * @throws IllegalArgumentException where its numbers are not so many as they must be
     */
    public static LineNetworks of(LineReading reading) {
        return new LineNetworks(LineFrames.of(reading));
    }

    /** Returns the most probable strings of digits with their probabilities, most probable first: at most so many of each network. */
    Map<String, Double> best(int most) {
        Map<String, Double> all = new LinkedHashMap<>();
        networks.forEach(network -> network.best(most).forEach(string -> all.computeIfAbsent(string, this::probability)));
        Map<String, Double> sorted = new LinkedHashMap<>();
        all.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .forEach(string -> sorted.put(string.getKey(), string.getValue()));
        return sorted;
    }

    /** Returns the probability (0 to 1) of a string of digits. */
    double probability(String string) {
        return networks.stream().mapToDouble(network -> network.probability(string)).average().orElseThrow();
    }

    /** Returns the probability (0 to 1) of digits whose marks stand as a layout says. */
    double probability(String string, Layout layout) {
        return networks.stream().mapToDouble(network -> network.probability(string, layout)).average().orElseThrow();
    }

    /** Returns what a string spells where it stands on the line, as the network says that is surest of it. */
    Path spelled(String string) {
        LineFrames surest = networks.stream().max(Comparator.comparingDouble(network -> network.probability(string))).orElseThrow();
        return new Path(surest.spelled(string).steps(), probability(string));
    }
}
