package io.penstock.segment.glyph;

import io.penstock.schema.Glyph;
import io.penstock.schema.LinePicture;
import io.penstock.schema.UnexplainedInk;
import java.util.List;
import java.util.Optional;

/**
 * What was cut from one field.
 *
 * @param nodes   cut positions of the lattice
 * @param glyphs  its edges
 * @param line    the picture of the whole field as a line; empty where nothing is written, or more than one picture holds
 * @param unexplained strokes that are neither print nor part of any glyph
 * @param reasons permanent codes of what went wrong
 */
public record Cut(int nodes, List<Glyph> glyphs, Optional<LinePicture> line, List<UnexplainedInk> unexplained, List<String> reasons) {
}
