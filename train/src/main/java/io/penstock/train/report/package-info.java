/**
 * The one look of all reports: a page, its charts and its sheets of glyphs. Knows nothing of what is reported; each report lives with what
 * it reports on.
 */
package io.penstock.train.report;
