package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import io.penstock.synth.digit.DigitSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A division of MNIST's training digits into training and validation such that no writer is in both.
 *
 * @param writers    writer of each digit, in MNIST's order
 * @param validation the writers that validate
 */
public record WriterSplit(int[] writers, Set<Integer> validation) {

    /**
     * Draws writers by a seed until they have written at least {@code digits} digits.
     *
     * @param table  QMNIST's table of labels, gzipped: class, series, writer, … separated by tabs, a line a digit
     * @param digits least number of validation digits
     * @param seed   the same seed draws the same writers
     */
    public static WriterSplit of(Path table, int digits, long seed) {
        return drawn(read(table), digits, seed);
    }

    /** Draws digits instead, where nothing is known of their writers: as if each digit had one of its own. */
    public static WriterSplit withoutWriters(int size, int digits, long seed) {
        return drawn(IntStream.range(0, size).toArray(), digits, seed);
    }

    private static WriterSplit drawn(int[] writers, int digits, long seed) {
        Map<Integer, Integer> written = new HashMap<>();
        for (int writer : writers) {
            written.merge(writer, 1, Integer::sum);
        }
        List<Integer> order = new ArrayList<>(new LinkedHashSet<>(IntStream.of(writers).boxed().sorted().toList()));
        Collections.shuffle(order, new Random(seed));
        Set<Integer> validation = new HashSet<>();
        int count = 0;
        for (int i = 0; i < order.size() && count < digits; i++) {
            validation.add(order.get(i));
            count += written.get(order.get(i));
        }
        return new WriterSplit(writers, validation);
    }

    /** Returns the digits of the training writers. */
    public DigitSet training(DigitSet mnistTrain) {
        return paired(mnistTrain).where(i -> !validation.contains(writers[i]));
    }

    /** Returns the digits of the validation writers. */
    public DigitSet validation(DigitSet mnistTrain) {
        return paired(mnistTrain).where(i -> validation.contains(writers[i]));
    }

    /** Returns the digits of each training writer, or of each validation writer, in the order of their numbers. */
    public List<DigitSet> byWriter(DigitSet mnistTrain, boolean validating) {
        DigitSet paired = paired(mnistTrain);
        Map<Integer, List<Integer>> digits = new TreeMap<>();
        for (int i = 0; i < writers.length; i++) {
            if (validation.contains(writers[i]) == validating) {
                digits.computeIfAbsent(writers[i], writer -> new ArrayList<>()).add(i);
            }
        }
        return digits.values().stream().map(own -> DigitSet.of(own.stream().map(i -> paired.images()[i]).toList(),
            own.stream().map(i -> paired.labels()[i]).toList())).toList();
    }

    private DigitSet paired(DigitSet mnistTrain) {
        if (mnistTrain.size() != writers.length) {
            throw new DataSetException(Code.COUNTS_DIFFER, "the table names the writers of " + writers.length + " digits, the set has "
                + mnistTrain.size() + ": it must be MNIST's training half");
        }
        return mnistTrain;
    }

    private static int[] read(Path table) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(table)), StandardCharsets.US_ASCII))) {
            return in.lines().mapToInt(line -> Integer.parseInt(line.split("\t")[2])).toArray();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new DataSetException(Code.WRONG_LABEL, table + " has a line without a writer's number in its third column: "
                + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new DataSetException(Code.NOT_FOUND, table + " cannot be read (" + e + "); it comes with QMNIST");
        }
    }
}
