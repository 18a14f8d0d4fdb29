/**
 * The form of a dead letter on the wire, the Kafka Streams handlers that write one for a record that cannot be handled, and the count of
 * records that a stage dies of.
 */
package io.penstock.schema.deadletter;
