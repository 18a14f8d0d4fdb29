/**
 * The contract between the stages: the Avro records on the topics (generated from {@code src/main/avro}).
 *
 * <p>Serdes live in {@code serde}, the catalogue of topics in {@code topic}, the form of a dead letter in {@code deadletter}.
 * No stage logic lives here.
 */
package io.penstock.schema;
