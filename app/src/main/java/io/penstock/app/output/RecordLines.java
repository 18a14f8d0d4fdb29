package io.penstock.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.penstock.schema.RecognizedNumber;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * JSON lines of records of any topic. Numbers print as {@link JsonLines} says; other Avro records field by field, with image bytes
 * given by their length only.
 */
public final class RecordLines {

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonLines numbers = new JsonLines();

    /** Returns the line of one record; {@code value} is null for a tombstone, bytes, a string or an Avro record. */
    public String line(String key, Object value) {
        if (value instanceof RecognizedNumber number) {
            return numbers.number(number);
        }
        ObjectNode node = mapper.createObjectNode();
        if (value instanceof IndexedRecord found) {
            addFields(node, found);
        } else {
            node.put("key", key);
            put(node, "value", value);
        }
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values always becomes JSON", e);
        }
    }

    private void addFields(ObjectNode node, IndexedRecord found) {
        for (Schema.Field field : found.getSchema().getFields()) {
            put(node, field.name(), found.get(field.pos()));
        }
    }

    private void put(ObjectNode node, String name, Object value) {
        if (value instanceof IndexedRecord found) {
            addFields(node.putObject(name), found);
        } else if (value instanceof List<?> list) {
            ArrayNode array = node.putArray(name);
            list.forEach(element -> add(array, element));
        } else {
            node.set(name, mapper.valueToTree(plain(value)));
        }
    }

    private void add(ArrayNode array, Object element) {
        if (element instanceof IndexedRecord found) {
            addFields(array.addObject(), found);
        } else {
            array.add(mapper.<JsonNode>valueToTree(plain(element)));
        }
    }

    private static Object plain(Object value) {
        if (value instanceof ByteBuffer bytes) {
            return bytes.remaining() + " bytes";
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        return value instanceof Instant || value instanceof Enum<?> ? value.toString() : value;
    }
}
