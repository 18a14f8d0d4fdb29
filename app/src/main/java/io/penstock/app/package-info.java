/** Placeholder. */
package io.penstock.app;
