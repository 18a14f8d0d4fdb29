/** Digits of typefaces that look handwritten, as scans of forms show them. They only measure: nothing is trained on them. */
package io.penstock.synth.font;
