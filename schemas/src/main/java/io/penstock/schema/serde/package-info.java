/**
 * Avro records as Kafka serdes, in single-object encoding or Confluent's wire format; and where the schemas of other versions are found:
 * in this jar, and on the topic {@code schemas}, to which every stage adds its own. No schema registry is needed.
 */
package io.penstock.schema.serde;
