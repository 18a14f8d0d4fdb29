package io.penstock.synth.scanner;

/**
 * A layer of a sheet as it lies in the scan.
 *
 * @param mask  how far it covers each pixel, 0 to 1
 * @param paint its brightness in each channel
 * @param skips how much of it the grain of the paper leaves bare, 0 to 1
 */
record Coverage(Plane mask, double[] paint, double skips) {
}
