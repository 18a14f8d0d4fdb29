/** The knobs of the generator of sample scans, each with its range checked. What they turn is in the packages beside this one. */
package io.penstock.synth.option;
