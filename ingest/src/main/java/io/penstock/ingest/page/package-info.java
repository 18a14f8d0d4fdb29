/** What extraction yields (pages or a refusal with a permanent code) and the limits it keeps. Knows neither Kafka nor a file format. */
package io.penstock.ingest.page;
