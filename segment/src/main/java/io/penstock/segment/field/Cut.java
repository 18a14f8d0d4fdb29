package io.penstock.segment.field;

import io.penstock.schema.Glyph;
import java.util.List;

/**
 * What was cut from one field.
 *
 * @param nodes   cut positions of the lattice
 * @param glyphs  its edges
 * @param reasons permanent codes of what went wrong
 */
record Cut(int nodes, List<Glyph> glyphs, List<String> reasons) {
}
