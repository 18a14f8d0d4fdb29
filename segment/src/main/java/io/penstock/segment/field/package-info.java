/**
 * Cutting a registered page's fields into glyphs: the exact place of each comb, dropout of its printed lines, ink assigned to boxes,
 * free fields over-segmented into a lattice, and glyphs normalized as MNIST normalizes.
 */
package io.penstock.segment.field;
