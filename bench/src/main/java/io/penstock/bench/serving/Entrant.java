package io.penstock.bench.serving;

import java.util.function.Supplier;

/**
 * Who takes part: a name, and how a thread gets its own.
 *
 * @param name   for the table
 * @param source makes a contender for the calling thread
 */
record Entrant(String name, Supplier<Contender> source) {
}
