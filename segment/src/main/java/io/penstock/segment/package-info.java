/**
 * Pages to fields to glyphs: the {@code segment} stage.
 *
 * <p>{@link io.penstock.segment.FormReader} does the work on one page and knows nothing of Kafka;
 * {@link io.penstock.segment.SegmentTopology} puts it between the topics pages and glyphs. Form definitions live in {@code form},
 * finding a form on a page in {@code registration}, cutting its fields in {@code field}, OpenCV's images in {@code image}.
 * Nothing here knows which digit a glyph is.
 */
package io.penstock.segment;
