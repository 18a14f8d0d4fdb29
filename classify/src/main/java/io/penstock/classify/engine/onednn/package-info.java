/**
 * Runs a network's plan on oneDNN: primitives compiled for this CPU, weights laid out once as they want them, memory that is used again for
 * each batch. Where the library is not, nothing here is used.
 */
package io.penstock.classify.engine.onednn;
