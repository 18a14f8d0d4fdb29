/** Avro single-object encoding as Kafka serdes. No schema registry is needed; {@link io.penstock.schema.serde.SchemaSource} is the seam for one. */
package io.penstock.schema.serde;
