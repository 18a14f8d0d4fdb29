package io.penstock.schema.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The schema store in this jar: every version of every record that was ever written to a topic.
 *
 * <p>A version is a file {@code versions/NAME-N.avsc} beside this class, self-contained, listed in {@code versions/index}; none is
 * ever changed or removed. Thread-safe.
 */
public final class ShippedSchemas implements SchemaSource {

    private static final String FOLDER = "versions/";

    private final Map<Long, Schema> byFingerprint;

    private ShippedSchemas(List<Schema> schemas) {
        byFingerprint = schemas.stream().collect(Collectors.toUnmodifiableMap(SchemaNormalization::parsingFingerprint64,
            Function.identity(), (one, same) -> one));
    }

    /** Returns the store, which is read once. */
    public static ShippedSchemas load() {
        return Holder.STORE;
    }

    /** Reads the store when it is first asked for. */
    private static final class Holder {

        private static final ShippedSchemas STORE = new ShippedSchemas(names().stream().map(ShippedSchemas::version).toList());
    }

    /** Returns the names of all versions, such as {@code Page-1}, oldest first for each record. */
    public static List<String> names() {
        return text("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /** Returns one version by its name, such as {@code Page-1}. */
    public static Schema version(String name) {
        return new Schema.Parser().parse(text(name + ".avsc"));
    }

    /** Returns every version of every record. */
    public Collection<Schema> all() {
        return byFingerprint.values();
    }

    @Override
    public Schema byFingerprint(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    private static String text(String file) {
        try (InputStream in = ShippedSchemas.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema " + file + " in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
