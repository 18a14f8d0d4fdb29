/** The form of a dead letter on the wire, and the Kafka Streams handler that writes one for a record that cannot be decoded. */
package io.penstock.schema.deadletter;
