/**
 * The generator of sample scans: draws a form from its definition, has a writer fill it in with numbers that obey the form's rules,
 * puts it under a scanner and writes the truth beside the scan.
 *
 * <p>Start at {@link io.penstock.synth.sample.SampleGenerator}; what a form is stands in {@code io.penstock.segment.form}.
 */
package io.penstock.synth.sample;
