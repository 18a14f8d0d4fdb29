package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import io.penstock.synth.handwriting.RecordedHand;
import io.penstock.synth.handwriting.RecordedPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * The reader of "Pen-Based Recognition of Handwritten Digits" (UCI, CC BY 4.0) in its original form: UNIPEN text, gzipped, with the pen's
 * place a hundred times a second and its lifts. A {@code .COMMENT} says digit and writer before each.
 */
public final class PenRecordings {

    private final Path file;
    private final Map<Integer, List<List<RecordedPath>>> writers = new TreeMap<>();
    private final List<int[]> strokes = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int digit = -1;
    private int writer;

    private PenRecordings(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @return each writer's digits, in the order of the writers' numbers
     * @throws DataSetException where it is not there or is something else
     */
    public static List<RecordedHand> read(Path file) {
        PenRecordings recordings = new PenRecordings(file);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)),
                StandardCharsets.US_ASCII))) {
            in.lines().map(String::strip).forEach(recordings::take);
        } catch (IOException | UncheckedIOException e) {
            throw new DataSetException(Code.NOT_FOUND, file + " cannot be read (" + e + "); it is the original UNIPEN file of UCI's set");
        }
        recordings.end();
        return recordings.writers.values().stream().map(RecordedHand::new).toList();
    }

    private void take(String line) {
        if (line.startsWith(".COMMENT")) {
            end();
            begin(line.split("\\s+"));
        } else if (line.startsWith(".PEN_UP")) {
            lift();
        } else if (digit >= 0 && !line.isEmpty() && (Character.isDigit(line.charAt(0)) || line.charAt(0) == '-' && line.length() > 2)) {
            String[] place = line.split("\\s+");
            places.add(number(place, 0, line));
            places.add(number(place, 1, line));
        }
    }

    private void begin(String[] words) {
        String line = String.join(" ", words);
        digit = number(words, 1, line);
        writer = number(words, 2, line);
        if (digit < 0 || digit > 9) {
            throw new DataSetException(Code.WRONG_LABEL, file + ": " + line + " names no digit");
        }
    }

    private void lift() {
        if (!places.isEmpty()) {
            strokes.add(places.stream().mapToInt(Integer::intValue).toArray());
            places.clear();
        }
    }

    private void end() {
        lift();
        if (digit >= 0 && !strokes.isEmpty()) {
            writers.computeIfAbsent(writer, one -> IntStream.range(0, 10).<List<RecordedPath>>mapToObj(i -> new ArrayList<>()).toList())
                .get(digit).add(RecordedPath.ofTablet(strokes));
        }
        strokes.clear();
        digit = -1;
    }

    private int number(String[] words, int index, String line) {
        try {
            return Integer.parseInt(words[index]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new DataSetException(Code.WRONG_LABEL, file + ": the line \"" + line + "\" has no number where one is due");
        }
    }
}
