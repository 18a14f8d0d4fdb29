/**
 * The stage that turns distributions into numbers: its topology and its configuration.
 *
 * <p>What a valid content is lives in {@code rule}, decoding in {@code decode}, the life of a document in {@code assemble}. Nothing here
 * looks at pixels: snippets pass through to the reviews and are not stored.
 */
package io.penstock.sink;
