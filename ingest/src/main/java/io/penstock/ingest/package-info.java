/**
 * The ingest stage: document bytes in, pages out.
 *
 * <p>{@link io.penstock.ingest.PageExtractor} is the plain class for library users; {@link io.penstock.ingest.IngestTopology} puts it
 * on the stream. What a page and a refusal are lives in {@code page}, image files in {@code image}, PDF in {@code pdf}. Nothing here
 * looks at what is written on a page.
 */
package io.penstock.ingest;
