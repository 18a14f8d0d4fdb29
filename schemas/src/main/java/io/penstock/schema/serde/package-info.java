/**
 * Avro single-object encoding as Kafka serdes, and the store of all versions of all schemas. No schema registry is needed;
 * {@link io.penstock.schema.serde.SchemaSource} is the seam for one.
 */
package io.penstock.schema.serde;
