/** Runs the networks of an ensemble with Deeplearning4j: the native library's settings, one network, the ensemble as a classifier. */
package io.penstock.classify.engine;
