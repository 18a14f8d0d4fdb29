package io.penstock.train.compress;

/**
 * One row of the comparison: a network and what was measured on it, through the serving path.
 *
 * @param label              what was done to it
 * @param hash               its content hash
 * @param parameters         number of its parameters, zeros included
 * @param nonZero            number of its parameters that are not zero
 * @param bytes              size of its weights file
 * @param validationAccuracy share (0 to 1) of validation digits that are right
 * @param validationErrors   number of those that are wrong
 * @param testAccuracy       share (0 to 1) of MNIST's test digits that are right
 * @param testErrors         number of those that are wrong
 * @param glyphsPerSecond    speed of the fastest of several passes, all networks in turn on one thread: others can only slow one down
 */
public record CompressedModel(String label, String hash, long parameters, long nonZero, int bytes, double validationAccuracy,
                              int validationErrors, double testAccuracy, int testErrors, double glyphsPerSecond) {
}
