/** Placeholder. */
package io.penstock.bench;
