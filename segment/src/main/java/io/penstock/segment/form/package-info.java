/**
 * Form definitions: what one printed form looks like and what its fields mean, as YAML checked against a JSON Schema.
 *
 * <p>Lengths are millimetres from the form's top left corner. Nothing here looks at a scan; {@code registration} does.
 */
package io.penstock.segment.form;
