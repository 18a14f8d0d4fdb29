/** A Kafka broker inside this JVM, for {@code read}, {@code up} and tests. Nothing here knows Penstock's topics. */
package io.penstock.app.broker;
