/**
 * Work on what strangers made, kept where it may hang, run out of memory or crash without taking a stage along.
 *
 * <p>{@link io.penstock.isolate.Isolator} is the way in: bytes go in, an {@link io.penstock.isolate.Outcome} comes out, always, in bounded
 * time. What the work is stands behind {@link io.penstock.isolate.WorkSource}; nothing here knows a form, a network or a topic.
 */
package io.penstock.isolate;
