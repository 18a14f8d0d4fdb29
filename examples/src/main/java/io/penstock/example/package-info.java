/** Two consumers of what Penstock read, to read and to copy from. They need Kafka's client and Avro, and no class of Penstock. */
package io.penstock.example;
