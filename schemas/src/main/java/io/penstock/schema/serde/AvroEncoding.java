package io.penstock.schema.serde;

/** How an Avro record names the schema that it was written with. */
public enum AvroEncoding {
    /** Avro's single-object encoding: C3 01, the schema's fingerprint, the body. */
    SINGLE_OBJECT,
    /** Confluent's wire format: 00, the id that a registry gave the schema, the body. */
    CONFLUENT
}
