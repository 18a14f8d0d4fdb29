package io.penstock.train.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.train.tune.TuneException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of a search as lines of JSON, one each; a search that is started again does not repeat them.
 *
 * @param file made on the first result
 */
record TrialLog(Path file) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Returns all results in the order they came. A last line without an end was cut short when the search broke off: it is taken out. */
    List<TrialResult> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            List<TrialResult> results = new ArrayList<>();
            for (String line : whole.lines().toList()) {
                results.add(JSON.readValue(line, TrialResult.class));
            }
            return results;
        } catch (JsonProcessingException e) {
            throw new TuneException(Code.STUDY_UNREADABLE, file + " has a line that is no result: mend it, or search in another folder");
        } catch (IOException e) {
            throw new UncheckedIOException("the results in " + file + " cannot be read", e);
        }
    }

    void append(TrialResult result) {
        try {
            String line = JSON.writeValueAsString(result) + "\n";
            Files.write(file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("the results in " + file + " cannot be written", e);
        }
    }
}
