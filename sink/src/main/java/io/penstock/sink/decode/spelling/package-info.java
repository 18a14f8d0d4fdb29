/**
 * Strings that a field may hold, each with its probability: from ways through a lattice or a line to digits, groups and marks, and how
 * probable all are together. Which of them are allowed is asked in {@code sink.rule}.
 */
package io.penstock.sink.decode.spelling;
