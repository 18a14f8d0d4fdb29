/** Placeholder. */
package io.penstock.segment;
