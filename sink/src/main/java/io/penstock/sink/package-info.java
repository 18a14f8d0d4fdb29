/** Placeholder. */
package io.penstock.sink;
