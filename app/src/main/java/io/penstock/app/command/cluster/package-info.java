/** Commands for a Kafka cluster: stage, topics, dead-letters, config. */
package io.penstock.app.command.cluster;
