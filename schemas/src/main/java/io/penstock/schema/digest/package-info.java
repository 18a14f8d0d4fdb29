/** Digests of contents. */
package io.penstock.schema.digest;
