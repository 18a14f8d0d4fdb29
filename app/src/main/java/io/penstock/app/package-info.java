/**
 * The program: the launcher's entry point. Commands live in {@code command}, the embedded broker in {@code broker}, configuration in
 * {@code config}, the stages as running applications in {@code stage}, clients of a cluster in {@code client}, what the command
 * {@code read} does in {@code read}, how results are printed in {@code output}. No recognition lives here.
 */
package io.penstock.app;
