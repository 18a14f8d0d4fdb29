package io.penstock.segment.line;

import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Zone;
import java.util.stream.DoubleStream;

/**
 * What is left of a printed cell or box around the one field that a picture shows: straight lines along its sides, dropped out of the ink.
 *
 * @param ink  the ink without the lines
 * @param zone where people write: within the innermost line at each side
 */
record CellFrame(Ink ink, Zone zone) {

    /** Finds the frame, given the picture's pixels a millimetre, and drops it out. */
    static CellFrame around(Ink ink, double scale) {
        boolean[] erased = new boolean[ink.mask().length];
        double top = new CellEdge(ink, scale, CellEdge.Side.TOP, erased).drop();
        double bottom = new CellEdge(ink, scale, CellEdge.Side.BOTTOM, erased).drop();
        double left = new CellEdge(ink, scale, CellEdge.Side.LEFT, erased).drop();
        double right = new CellEdge(ink, scale, CellEdge.Side.RIGHT, erased).drop();
        int edges = (int) DoubleStream.of(top, bottom, left, right).filter(edge -> !Double.isNaN(edge)).count();
        Zone zone = new Zone(or(left, 0), or(top, 0), or(right, ink.width()), or(bottom, ink.height()), edges);
        return new CellFrame(edges == 0 ? ink : ink.without(erased), zone);
    }

    private static double or(double found, double otherwise) {
        return Double.isNaN(found) ? otherwise : found;
    }
}
