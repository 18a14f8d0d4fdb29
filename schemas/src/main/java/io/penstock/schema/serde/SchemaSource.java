package io.penstock.schema.serde;

import org.apache.avro.Schema;

/**
 * Finds the schema a record was written with by its 64-bit Avro fingerprint: the seam at which a schema registry is attached.
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
}
