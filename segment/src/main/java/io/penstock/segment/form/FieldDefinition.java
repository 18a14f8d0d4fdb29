package io.penstock.segment.form;

import io.penstock.schema.FieldRules;

/**
 * One field of a form: its name, where it stands and what a valid content is.
 *
 * @param name      unique in the form; lower-case letters, digits, dash and underscore
 * @param place     where its characters stand
 * @param tolerance millimetres by which copies of the form may differ in where this field is printed; 0 for most forms
 * @param rules     what a valid content is
 */
public record FieldDefinition(String name, Place place, double tolerance, FieldRules rules) {
}
