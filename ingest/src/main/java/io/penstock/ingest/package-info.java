/** Placeholder. */
package io.penstock.ingest;
