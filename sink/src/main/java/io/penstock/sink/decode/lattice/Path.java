package io.penstock.sink.decode.lattice;

import java.util.List;

/**
 * One way through a lattice: a symbol on each edge from its left end to its right.
 *
 * @param steps       edges with their symbols, left to right
 * @param probability probability (0 to 1) among all paths of the lattice
 */
public record Path(List<Step> steps, double probability) {

    /** An edge with the symbol it is read as. */
    public record Step(Edge edge, int symbol) {

        public boolean isDigit() {
            return symbol < Edge.MARK;
        }
    }
}
