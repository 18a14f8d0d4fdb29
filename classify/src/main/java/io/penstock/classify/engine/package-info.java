/**
 * One network that answers, and the native library beneath. What a network computes is in {@code plan}, how it is computed fast in
 * {@code onednn}; files are in {@code model}, several networks as one classifier in {@code ensemble}.
 */
package io.penstock.classify.engine;
