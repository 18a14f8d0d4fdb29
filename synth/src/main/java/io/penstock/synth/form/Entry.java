package io.penstock.synth.form;

import io.penstock.segment.form.FieldDefinition;

/**
 * What a writer puts into one field.
 *
 * @param field   the field
 * @param penned  what the pen writes: a symbol per box, {@code _} for an empty one; in a free field the line, separators included
 * @param written what the truth says is there: digits, {@code X} for any filler mark, {@code _} for an empty box
 * @param value   what it means: digits; whole numbers without leading zeros; nothing in an empty field
 */
public record Entry(FieldDefinition field, String penned, String written, String value) {
}
