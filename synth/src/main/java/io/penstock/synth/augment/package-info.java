/** Random variation of training digits: geometry, stroke, pen, neighbours. Images in, images out. */
package io.penstock.synth.augment;
