/**
 * What nobody wrote: drawn hands ({@code handwriting}), digits of typefaces ({@code font}), lines of writing ({@code line}), what is not a
 * digit ({@code rubbish}), variations of digits ({@code augment}), and whole scans of forms that somebody filled in ({@code sample}).
 *
 * <p>Digit sets and forms come in, pictures with their truth go out; networks and their training are the train module's.
 */
package io.penstock.synth;
