/**
 * A writer at a form: entries become ink in boxes and on lines, and what goes wrong with a pen. The strokes themselves are
 * {@code io.penstock.synth.handwriting}.
 */
package io.penstock.synth.pen;
