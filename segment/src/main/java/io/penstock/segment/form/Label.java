package io.penstock.segment.form;

/**
 * A printed text of a form. Reading ignores it; the generator of sample scans prints it.
 *
 * @param text what is printed
 * @param x    left end of the base line, millimetres
 * @param y    base line, millimetres
 * @param size height of the type, millimetres
 */
public record Label(String text, double x, double y, double size) {
}
