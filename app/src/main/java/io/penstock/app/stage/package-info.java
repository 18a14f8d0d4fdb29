/** The stages as running Kafka Streams applications: what they are, how they are started, restarted and stopped. */
package io.penstock.app.stage;
