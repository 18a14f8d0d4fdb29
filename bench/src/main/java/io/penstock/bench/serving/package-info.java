/**
 * Glyphs a second through Penstock's classifier beside other runtimes: what is measured ({@code Contender}), how the rounds alternate
 * ({@code Race}), and the command. One contender is one way to answer; each thread has its own.
 */
package io.penstock.bench.serving;
