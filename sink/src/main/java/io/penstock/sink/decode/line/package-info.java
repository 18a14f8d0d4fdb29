/** The line networks: strings from the frames of a whole line (connectionist temporal classification), and their vote with the lattice. */
package io.penstock.sink.decode.line;
