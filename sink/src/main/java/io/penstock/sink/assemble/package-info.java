/**
 * The life of a document: its numbers are recorded page by page, answered by people where needed, and emitted once when all are final.
 *
 * <p>Kafka Streams processors and their stores live here, and the plain classes that make records. No images are stored.
 */
package io.penstock.sink.assemble;
