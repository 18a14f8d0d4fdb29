package io.penstock.segment.line;

/**
 * What the shapes alone say about whether a run of pieces is one whole character. Lengths are in heights of a digit.
 *
 * @param joins   neighbouring pieces of different connected ink that the run joins
 * @param gaps    sum of the gaps between them
 * @param overlap sum of how far they overlap instead, each as a share (0 to 1) of the narrower one
 * @param cuts    ends of the run that cut connected ink: 0 to 2
 * @param cost    strokes that those cuts go through, in widths of the pen
 * @param notches depth of the notches in the edge of the ink at those cuts
 * @param width   width of the run
 */
record Evidence(int joins, double gaps, double overlap, int cuts, double cost, double notches, double width) {

    private static final double JOIN = 0.14;
    private static final double GAP = 6.57;
    private static final double OVERLAP = 1.09;
    private static final double CUT = 1.69;
    private static final double COST = 0.12;
    private static final double NOTCH = 2.07;
    private static final double WIDEST = 1.05;
    private static final double EXCESS = 3.64;
    /** Cutting or joining at all leaves some doubt; a printed box does not. */
    private static final double FREE = 0.99;

    /** Returns the probability (0 to less than 1) that the run is one whole character. */
    double prior() {
        double doubt = Math.max(0, JOIN * joins + GAP * gaps - OVERLAP * overlap) + Math.max(0, CUT * cuts + COST * cost - NOTCH * notches)
            + EXCESS * Math.max(0, width - WIDEST);
        return FREE * Math.exp(-doubt);
    }
}
