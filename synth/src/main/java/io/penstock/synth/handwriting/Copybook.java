package io.penstock.synth.handwriting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The allographs that writers choose from, read from the resource {@code copybook.txt}. */
final class Copybook {

    private final Map<Character, List<Allograph>> allographs;

    private Copybook(Map<Character, List<Allograph>> allographs) {
        this.allographs = allographs;
    }

    /** Reads the shipped copybook. */
    static Copybook load() {
        try (InputStream in = Copybook.class.getResourceAsStream("copybook.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Copybook(lines.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Allograph::parse)
                .collect(Collectors.groupingBy(Allograph::symbol, TreeMap::new, Collectors.toUnmodifiableList())));
        } catch (IOException e) {
            throw new UncheckedIOException("the copybook among the resources cannot be read", e);
        }
    }

    /** Returns all symbols that can be written. */
    Set<Character> symbols() {
        return allographs.keySet();
    }

    /** Returns the ways of writing a symbol. */
    List<Allograph> of(char symbol) {
        List<Allograph> ways = allographs.get(symbol);
        if (ways == null) {
            throw new IllegalArgumentException("the copybook has no '" + symbol + "'; it has " + symbols());
        }
        return ways;
    }

    /** Draws a way of writing a symbol, common ones more often. */
    Allograph draw(char symbol, double sloppiness, RandomGenerator random) {
        List<Allograph> ways = of(symbol);
        double left = random.nextDouble() * ways.stream().mapToDouble(way -> way.weight(sloppiness)).sum();
        for (Allograph way : ways) {
            left -= way.weight(sloppiness);
            if (left < 0) {
                return way;
            }
        }
        return ways.get(0);
    }
}
