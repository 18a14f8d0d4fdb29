/**
 * Decoding: from a distribution on each glyph to the most probable valid number, its posterior, and why it was or was not believed.
 *
 * <p>Ways through a lattice are in {@code lattice}, what they spell in {@code spelling}, whole lines in {@code line}, sums in
 * {@code relation}. Knows nothing of Kafka. Start at {@link io.penstock.sink.decode.NumberDecoder}.
 */
package io.penstock.sink.decode;
