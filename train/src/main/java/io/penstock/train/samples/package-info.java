/**
 * The generator of sample scans: draws a form from its definition, has a writer fill it in with numbers that obey the form's rules,
 * puts it under a scanner and writes the truth beside the scan.
 *
 * <p>How digits are written is in {@code io.penstock.train.handwriting}; what a form is in {@code io.penstock.segment.form}.
 */
package io.penstock.train.samples;
