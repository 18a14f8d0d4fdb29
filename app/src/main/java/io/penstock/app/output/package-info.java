/** How results are printed: JSON lines, a table, CSV, and the progress bar. Pure text, no Kafka clients. */
package io.penstock.app.output;
