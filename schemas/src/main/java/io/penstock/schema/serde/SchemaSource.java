package io.penstock.schema.serde;

import java.util.HexFormat;
import org.apache.avro.Schema;

/**
 * Finds the schema a record was written with by its 64-bit Avro fingerprint: in this jar, or on a topic.
 *
 * <p>Fingerprints are CRC-64-AVRO over the parsing canonical form (Avro specification, "Schema Fingerprints").
 */
@FunctionalInterface
public interface SchemaSource {

    /**
     * Returns the schema with this fingerprint.
     *
     * @return the writer's schema, or null where it is not known here
     */
    Schema byFingerprint(long fingerprint);

    /** Returns a fingerprint as 16 hexadecimal digits, high ones first: the name of a schema on the topic {@code schemas}. */
    static String name(long fingerprint) {
        return HexFormat.of().toHexDigits(fingerprint);
    }
}
