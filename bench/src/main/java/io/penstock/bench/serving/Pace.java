package io.penstock.bench.serving;

/**
 * What one contender did in one round, all threads together.
 *
 * @param glyphsPerSecond          by the clock
 * @param glyphsPerProcessorSecond by the processor time of the process: what counts on a machine that others use too
 */
record Pace(double glyphsPerSecond, double glyphsPerProcessorSecond) {
}
