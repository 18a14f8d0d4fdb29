/**
 * The lattice of a field: its possible cuts, the ways through it, and how well each way looks like one line of writing. What the
 * characters spell is {@code sink.decode.spelling}.
 */
package io.penstock.sink.decode.lattice;
