package io.penstock.sink.risk;

/**
 * One promise: of the numbers of a kind that are accepted, at most this share is wrong.
 *
 * @param kind       kind of the fields, in lower case
 * @param form       name of their form; null: every form without a promise of its own, and cut-outs
 * @param risk       the greatest share (0 to 1) of accepted numbers that may be wrong
 * @param confidence least calibrated confidence (0 to 1) of an accepted number
 * @param fields     labelled fields that the promise was tested on
 * @param documents  documents that they came from
 * @param trials     fields that counted: one of each document where fields of a document are not taken as independent
 * @param accepted   how many of the trials reach the confidence
 * @param wrong      how many of those are wrong
 * @param bound      upper bound (0 to 1) on the share of wrong ones, at the contract's level; at most {@code risk}
 * @param readRate   share (0 to 1) of the fields that are accepted
 */
public record RiskThreshold(String kind, String form, double risk, double confidence, int fields, int documents, int trials, int accepted,
                            int wrong, double bound, double readRate) {

    /** Rejects a promise that its own figures do not bear out. */
    public RiskThreshold {
        if (!(bound <= risk)) {
            throw new IllegalArgumentException("the bound " + bound + " is above the risk " + risk + " promised for " + kind);
        }
    }
}
