/**
 * Handwriting as vector strokes: a copybook of skeletons for the digits and the marks that go with them, writers with a hand of
 * their own, the ink that they leave and how it is drawn. Nothing here comes from a font or from anybody's scans.
 *
 * <p>What a form looks like, which numbers are written and what a scanner does to the page is in
 * {@code io.penstock.synth.samples}.
 */
package io.penstock.synth.handwriting;
