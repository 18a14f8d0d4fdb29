/**
 * The search for good settings of a training: declared spaces, grid, random and successive halving, a log that a search is resumed from,
 * its report. How one network is trained is in {@code io.penstock.train.run}.
 */
package io.penstock.train.tune;
