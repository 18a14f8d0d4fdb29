package io.penstock.segment.form;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where each node of a YAML text stands: JSON pointer to line and column. */
final class YamlPositions {

    private final Map<String, JsonLocation> places;

    private YamlPositions(Map<String, JsonLocation> places) {
        this.places = places;
    }

    static YamlPositions of(String yaml) {
        Map<String, JsonLocation> places = new HashMap<>();
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    JsonPointer pointer = parser.getParsingContext().pathAsPointer();
                    places.putIfAbsent(pointer.toString(), parser.currentTokenLocation());
                }
            }
        } catch (IOException e) {
            // the text was parsed before this: what was found so far serves
        }
        return new YamlPositions(places);
    }

    /** Returns a problem at a JSON pointer, or at the nearest node above it that stands in the text. */
    FormProblem problem(String source, String pointer, String message) {
        String path = pointer;
        while (!places.containsKey(path) && path.contains("/")) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        JsonLocation place = places.get(path);
        return new FormProblem(source, place == null ? 1 : place.getLineNr(), place == null ? 1 : place.getColumnNr(), message);
    }
}
