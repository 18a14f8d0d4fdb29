/** Placeholder. */
package io.penstock.train;
