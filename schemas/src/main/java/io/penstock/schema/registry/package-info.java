/** The client of a schema registry with Confluent's REST interface. What its ids stand before is in {@code io.penstock.schema.serde}. */
package io.penstock.schema.registry;
