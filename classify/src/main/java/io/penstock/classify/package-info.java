/** Placeholder. */
package io.penstock.classify;
